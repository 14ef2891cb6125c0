package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.espalier.nas.analysis.comparison.ComparisonAnalysis;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.cli.console.ComparisonProgress;
import org.espalier.nas.cli.console.Signals;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.cli.view.ComparisonText;
import org.espalier.nas.experiment.comparison.ComparisonReport;
import org.espalier.nas.experiment.comparison.ComparisonRun;
import org.espalier.nas.experiment.comparison.StoredComparison;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.ComparisonReader;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.text.ShellText;
import org.espalier.nas.experiment.text.ShownPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas compare}. */
@Command(
    name = "compare",
    description = {
      "Runs the missing searches of a comparison file and reports which arm is better, by"
          + " how much, and with what certainty.",
    },
    footer = {
      "%nExamples:",
      "  nas compare experiments/ablation-controllers.yaml",
      "  nas compare my.yaml --seeds 50",
      "  nas compare my.yaml --set budget.trials=500 --out elsewhere",
      "  nas compare my.yaml --spark spark://host:7077",
    })
final class CompareCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Parameters(paramLabel = "FILE", description = "The comparison file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path file;

  @Mixin private final SettingOptions settings = new SettingOptions();

  @Option(names = "--seeds", paramLabel = "N", description = "Short for --set seeds=N.")
  private @Nullable String seeds;

  @Mixin private final SparkOption spark = new SparkOption();

  @Mixin private final DashboardOption dashboard = new DashboardOption();

  @Option(names = "--force", description = "Replace a report of more seeds.")
  private boolean force;

  @Option(names = "--json", description = "Print the results as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<SettingFlag> flags = settings.flags("--seeds", "seeds", seeds);
    flags.addAll(spark.settings());
    LocatedComparison located = new ComparisonReader(nas.catalogue()).read(file, flags);
    Comparison comparison = located.comparison();
    try (RunDashboard page = dashboard.start(nas, Path.of("runs"), comparison.output().folder())) {
      int code = tell(run(located, () -> page.show("comparison", comparison.name())));
      if (code != ExitCode.INTERRUPTED) {
        page.end(nas.out(), json, again(comparison.output().folder()));
      }
      return code;
    }
  }

  private static String again(Path comparisons) {
    Path shown = ShownPath.of(comparisons);
    return shown.equals(Path.of(StoredComparison.ROOT))
        ? ""
        : " --comparisons " + ShellText.quoted(shown);
  }

  private int tell(ComparisonRun.Ended ended) {
    if (ended.missing() > 0) {
      nas.err()
          .println(
              "Interrupted with %s left. Finished searches are kept; continue with the same command."
                  .formatted(Words.count(ended.missing(), "search")));
      nas.err().flush();
      return ExitCode.INTERRUPTED;
    }
    report(ended);
    return ExitCode.DONE;
  }

  private ComparisonRun.Ended run(LocatedComparison located, Runnable begun) {
    try (DownloadBar bar = new DownloadBar(nas.err())) {
      ComparisonProgress progress =
          new ComparisonProgress(
              nas.err(), Terminals.errIsTerminal(), bar, InstantSource.system(), begun);
      return new ComparisonRun(
              nas.catalogue(), nas.studies(), progress, Signals::during, nas.log(), nas.clusters())
          .run(located, file, force);
    }
  }

  private void report(ComparisonRun.Ended ended) {
    ComparisonResults results = ComparisonAnalysis.of(ended.record());
    ComparisonReport.write(results, ended.stored());
    PrintWriter to = nas.out();
    if (json) {
      to.println(ComparisonReport.json(ended.folder()));
    } else {
      to.print(new ComparisonText(results).text(Terminals.outPaint(), Terminals.outWidth()));
      to.print(
          """

          Report:  %s
          Figures: %s
          Numbers: arms.csv, pairs.csv, searches.csv, curves.csv, ranks.csv, results.json beside it
          """
              .formatted(
                  ShownPath.of(ended.folder().resolve(ComparisonReport.PAGE)),
                  ShownPath.of(ended.folder().resolve(ComparisonReport.FIGURES))));
    }
    to.flush();
  }
}
