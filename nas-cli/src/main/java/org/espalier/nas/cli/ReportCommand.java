package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.TensorBoardFiles;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas report}. */
@Command(
    name = "report",
    description = "Writes the report of a run, an HTML page and its plots, into the run's folder.",
    footer = {"%nExamples:", "  nas report latest", "  nas report latest --tensorboard"})
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
    Path folder = run.folder();
    List<Path> written = new ArrayList<>(ReportFiles.write(run.study(nas.studies())));
    if (tensorboard) {
      written.add(TensorBoardFiles.write(nas.studies(), folder));
    }
    if (json) {
      nas.out().println(Json.of(written.stream().map(Path::toString).toList()));
    } else {
      written.forEach(file -> nas.out().println(file));
    }
    nas.out().flush();
    return ExitCode.DONE;
  }
}
