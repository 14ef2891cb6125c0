package org.espalier.nas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Decimals;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.cli.view.TrialRow;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.run.ShownMetric;
import org.espalier.nas.experiment.text.ShownPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code nas follow}. */
@Command(
    name = "follow",
    description = {
      "Prints a line for each finished trial of a run that another process works on, until the run"
          + " ends. Ctrl-C ends only the display.",
    },
    footer = {"%nExamples:", "  nas follow latest", "  nas follow quickstart | tee progress.txt"})
final class FollowCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofMillis(300);

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  private final Set<Integer> printed = new HashSet<>();
  private @Nullable Double best;

  @Override
  public Integer call() throws InterruptedException {
    Path folder = run.folder();
    while (true) {
      // A process that ends between the two calls has stored all results before it ends.
      boolean running = RunStatus.process(read(folder)).isPresent();
      StoredStudy study = read(folder);
      print(study);
      if (!running) {
        return end(study, folder);
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private StoredStudy read(Path folder) {
    return nas.studies().read(folder.toString());
  }

  private void print(StoredStudy study) {
    String metric = ShownMetric.of(study.results());
    for (TrialResult result : study.results()) {
      if (printed.add(result.trial().number())) {
        Double value = result.value();
        if (value != null && (best == null || value > best)) {
          best = value;
        }
        nas.out().println(line(TrialRow.of(result, metric)));
      }
    }
    nas.out().flush();
  }

  private String line(TrialRow row) {
    String reward = row.reward() == null ? "" : " \u00b7 reward " + Decimals.of(row.reward());
    String bestSoFar = best == null ? "" : " \u00b7 best " + Decimals.of(best);
    return "trial %d %s%s%s \u00b7 %s"
        .formatted(row.number(), row.status(), reward, bestSoFar, row.architecture());
  }

  private int end(StoredStudy study, Path folder) {
    RunStatus status = RunStatus.of(study);
    nas.out()
        .println(
            "%s: %s after %s."
                .formatted(
                    ShownPath.of(folder),
                    status.text(),
                    Words.count(study.results().size(), "trial")));
    nas.out().flush();
    return switch (status) {
      case FAILED -> ExitCode.FAILED;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case FINISHED, RUNNING -> ExitCode.DONE;
    };
  }
}
