package org.espalier.nas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();

  private ProgressLine line(int finishedBefore, Double bestBefore) {
    Incumbents incumbents = new Incumbents(List.of());
    if (bestBefore != null) {
      incumbents.add(result(1, bestBefore));
    }
    return lineOf(finishedBefore, incumbents);
  }

  private ProgressLine lineOf(int finishedBefore, Incumbents incumbents) {
    return new ProgressLine(
        new PrintWriter(err), false, 100, 10, finishedBefore, incumbents, () -> Instant.EPOCH);
  }

  private static TrialResult result(int number, double reward) {
    Proposal proposal =
        new Proposal(
            new Architecture(List.of(new Choice.Whole("a", number))),
            new Fidelity(1, 1),
            null,
            null);
    return new TrialResult(
        new Trial(number, proposal, 1, 0),
        new Outcome.Completed(List.of(new Measurement(1, Map.of("m", reward))), Account.empty()),
        reward);
  }

  private String lastLine() {
    return err.toString().lines().reduce("", (earlier, later) -> later);
  }

  @Test
  void theBestValueIncludesEarlierSessions() {
    ProgressLine line = line(5, 0.9);
    line.finished(result(6, 0.4));
    assertThat(lastLine()).contains("trial 6/10").contains("best 0.9000");
  }

  @Test
  void theBestValueIncludesResultsThatTheControllerDoesNotKnowYet() {
    ProgressLine line = line(0, null);
    line.finished(result(2, 0.7));
    assertThat(lastLine()).contains("trial 1/10").contains("best 0.7000");
  }

  @Test
  void theBestValueImproves() {
    ProgressLine line = line(5, 0.5);
    line.told(result(5, 0.6), 1);
    line.finished(result(6, 0.4));
    assertThat(lastLine()).contains("best 0.6000");
  }

  @Test
  void theBestValueOfATabulationIncludesEarlierSessions() {
    ConsoleWatcher watcher =
        new ConsoleWatcher(new PrintWriter(err), false, DownloadListener.none());

    StudyListener listener =
        watcher.tabulating(Path.of("folder"), 10, List.of(result(1, 0.3), result(2, 0.9)));
    listener.finished(result(3, 0.4));

    assertThat(err.toString()).startsWith("Resuming after 2 of 10 trainings in folder\n");
    assertThat(lastLine()).contains("trial 3/10").contains("best 0.9000");
  }
}
