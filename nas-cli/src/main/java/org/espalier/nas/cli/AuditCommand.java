package org.espalier.nas.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.ConsoleWatcher;
import org.espalier.nas.cli.console.Signals;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.view.AuditText;
import org.espalier.nas.experiment.run.SharingAuditRun;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas audit}. */
@Command(
    name = "audit",
    description =
        "Trains a sample of the architectures of a run with weight sharing again without sharing,"
            + " and reports whether shared scores keep the ranking, depend on the order of trials,"
            + " and are helped or hurt by inheriting. After an interruption, the same command"
            + " continues.",
    footer = {
      "%nExamples:",
      "  nas audit latest --sample 60",
      "  nas audit wine-quality --sample 30 --seeds 5 --workers 2 --json",
    })
final class AuditCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "--sample",
      paramLabel = "K",
      defaultValue = "30",
      description =
          "Number of architectures, as many of each third of the ranking by shared score"
              + " (default: ${DEFAULT-VALUE}).")
  private int sample;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Seeds per architecture (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs of a training (default: those of the evaluator).")
  private @Nullable Integer epochs;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Trainings at the same time (default: that of the run).")
  private @Nullable Integer workers;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    requirePositive("--seeds", seeds);
    requirePositive("--epochs", epochs);
    requirePositive("--workers", workers);
    try (DownloadBar bar = new DownloadBar(nas.err())) {
      ConsoleWatcher watcher = new ConsoleWatcher(nas.err(), Terminals.errIsTerminal(), bar);
      SharingAuditRun audit =
          new SharingAuditRun(
              nas.catalogue(), nas.studies(), watcher, InstantSource.system(), Signals::during);
      return tell(
          audit.run(run.study(nas), new SharingAuditRun.Extent(sample, seeds, epochs, workers)));
    }
  }

  private void requirePositive(String option, @Nullable Integer value) {
    if (value != null && value <= 0) {
      throw new ParameterException(
          nas.command(), "%s (%d) must be positive.".formatted(option, value));
    }
  }

  private int tell(SharingAuditRun.Ended ended) {
    if (ended.report().isEmpty()) {
      nas.err().println("Continue with the same command.");
      return ExitCode.INTERRUPTED;
    }
    AuditText text = new AuditText(ended.report().get(), ended.page());
    nas.out().print(json ? Json.of(text.tree()) + "\n" : text.text(Terminals.tableWidth()));
    nas.out().flush();
    return ExitCode.DONE;
  }
}
