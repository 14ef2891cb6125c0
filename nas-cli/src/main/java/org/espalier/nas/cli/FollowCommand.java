package org.espalier.nas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.BestSoFar;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.cli.view.ObjectiveColumns;
import org.espalier.nas.cli.view.TrialRow;
import org.espalier.nas.cli.view.TrialTable;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.RunStatus;
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
  private @Nullable BestSoFar incumbents;

  @Override
  public Integer call() throws InterruptedException {
    Path folder = run.folder(nas);
    while (true) {
      // A process that ends between the two calls has stored all results before it ends.
      boolean running = nas.studies().holder(folder.toString()).isPresent();
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
    ObjectiveColumns compared = new ObjectiveColumns(study.history());
    BestSoFar best =
        incumbents == null ? new BestSoFar(study.description().objectives()) : incumbents;
    incumbents = best;
    for (TrialResult result : study.results()) {
      if (printed.add(result.trial().number())) {
        best.add(result);
        nas.out().println(line(result, compared.words(result), best.text()));
      }
    }
    nas.out().flush();
  }

  private static String line(TrialResult result, String objectives, String best) {
    TrialRow row = TrialRow.of(result, "", List.of());
    boolean rewarded = row.reward() != null && result.objectives().size() != 1;
    String reward = rewarded ? " \u00b7 reward " + TrialTable.decimals(row.reward()) : "";
    String values = objectives.isEmpty() ? "" : " \u00b7 " + objectives;
    return "trial %d %s%s%s%s \u00b7 %s"
        .formatted(row.number(), row.status(), reward, values, best, row.architecture());
  }

  private int end(StoredStudy study, Path folder) {
    RunStatus status = RunStatus.of(study, nas.studies());
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
