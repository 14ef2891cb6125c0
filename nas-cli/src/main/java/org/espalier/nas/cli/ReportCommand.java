package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.ComparisonAnalysis;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.comparison.ComparisonReport;
import org.espalier.nas.experiment.comparison.StoredComparison;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.TensorBoardFiles;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas report}. */
@Command(
    name = "report",
    description = {
      "Writes the report of a run or of a comparison, an HTML page and its plots, into its folder."
          + " Nothing is run; a comparison's report is of the searches that have ended.",
    },
    footer = {
      "%nExamples:",
      "  nas report latest",
      "  nas report latest --tensorboard",
      "  nas report comparisons/ablation-controllers",
    })
final class ReportCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "--tensorboard",
      description = "Also write event files for TensorBoard. The run must not be in progress.")
  private boolean tensorboard;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<Path> comparison = comparison();
    List<Path> written = new ArrayList<>();
    if (comparison.isEmpty()) {
      Path folder = run.folder(nas);
      written.addAll(
          ReportFiles.write(nas.studies().read(folder.toString()), nas.studies(), nas.catalogue()));
      if (tensorboard) {
        written.add(TensorBoardFiles.write(nas.studies(), folder));
      }
    } else if (tensorboard) {
      throw new ParameterException(
          nas.command(), "--tensorboard is for runs; " + comparison.get() + " is a comparison.");
    } else {
      StoredComparison stored = StoredComparison.read(comparison.get());
      written.addAll(ComparisonReport.write(ComparisonAnalysis.of(stored.record()), stored));
    }
    if (json) {
      nas.out().println(Json.of(written.stream().map(Path::toString).toList()));
    } else {
      written.forEach(file -> nas.out().println(file));
    }
    nas.out().flush();
    return ExitCode.DONE;
  }

  /** Returns the folder of the comparison that the argument names; empty if it names a run. */
  private Optional<Path> comparison() {
    String typed = run.typed();
    boolean isRun =
        new RunFolders(run.out())
            .all().stream().anyMatch(folder -> RunFolders.name(folder).equals(typed));
    return Stream.of(Path.of(""), Path.of(StoredComparison.ROOT), run.out())
        .map(root -> root.resolve(typed))
        .filter(StoredComparison::isAt)
        .filter(folder -> !isRun || typed.contains("/"))
        .findFirst();
  }
}
