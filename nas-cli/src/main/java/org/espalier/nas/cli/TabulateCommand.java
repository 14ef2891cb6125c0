package org.espalier.nas.cli;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.ConsoleWatcher;
import org.espalier.nas.cli.console.Signals;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.run.Tabulation;
import org.espalier.nas.experiment.text.ShownPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas tabulate}. */
@Command(
    name = "tabulate",
    description =
        "Trains every architecture of a finite search space with several seeds, and writes a"
            + " table that searches can use instead of training. After an interruption, the same"
            + " command continues.",
    footer = {
      "%nExamples:",
      "  nas tabulate experiments/table-wine.yaml --seeds 3 --out table/",
      "  nas tabulate my.yaml --sample 500 --workers 4 --set evaluator.epochs=20",
      "  nas tabulate my.yaml --spark spark://host:7077",
    })
final class TabulateCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final ExperimentOptions options = new ExperimentOptions();

  @Mixin private final SparkOption spark = new SparkOption();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Seeds per architecture (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Number of architectures to train, drawn uniformly (default: all).")
  private @Nullable Integer sample;

  @Override
  public Integer call() {
    requirePositive("--seeds", seeds);
    if (sample != null) {
      requirePositive("--sample", sample);
    }
    LocatedExperiment experiment = options.read(nas, spark);
    SparkOption.requireModule(nas, experiment.experiment().executor());
    Tabulation.Extent extent = new Tabulation.Extent(seeds, Optional.ofNullable(sample));
    try (DownloadBar bar = new DownloadBar(nas.err())) {
      ConsoleWatcher watcher = new ConsoleWatcher(nas.err(), Terminals.errIsTerminal(), bar);
      return tell(
          new Tabulation(
                  nas.catalogue(),
                  nas.studies(),
                  watcher,
                  InstantSource.system(),
                  Signals::during,
                  nas.clusters())
              .run(experiment, options.file(), extent));
    }
  }

  private void requirePositive(String option, int value) {
    if (value <= 0) {
      throw new ParameterException(
          nas.command(), "%s (%d) must be positive.".formatted(option, value));
    }
  }

  private int tell(Tabulation.Ended ended) {
    if (ended.summary().interrupted()) {
      nas.err().println("Continue with the same command.");
      return ExitCode.INTERRUPTED;
    }
    nas.out().print(new TableReport(ended, ShownPath::of));
    nas.out().flush();
    return ExitCode.DONE;
  }
}
