package org.espalier.nas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
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
    BestSoFar incumbents = new BestSoFar(List.of());
    if (bestBefore != null) {
      incumbents.add(result(1, bestBefore));
    }
    return lineOf(finishedBefore, incumbents);
  }

  private ProgressLine lineOf(int finishedBefore, BestSoFar incumbents) {
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
  void aBudgetThatAPersonChangesIsShownAtOnce() {
    ProgressLine line = line(5, 0.5);

    line.limited(40);
    assertThat(lastLine()).contains("trial 5/40");
    line.limited(null);
    assertThat(lastLine()).contains("trial 5 ");
    line.limited(3);
    assertThat(lastLine()).contains("trial 5/3");
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

  private static TrialResult compared(int number, double accuracy, double size) {
    TrialResult plain = result(number, 0);
    return new TrialResult(plain.trial(), plain.outcome(), null, List.of(accuracy, size));
  }

  @Test
  void severalObjectivesShowTheSizeOfTheFrontAndTheirBestValues() {
    BestSoFar incumbents =
        new BestSoFar(
            List.of(
                Objective.of("validation.accuracy", Direction.MAXIMIZE),
                new Objective("latency", Direction.MINIMIZE, "ms", null, false)));
    incumbents.add(compared(1, 0.5, 20));
    ProgressLine line = lineOf(1, incumbents);
    line.finished(compared(2, 0.25, 12.5));
    line.told(compared(2, 0.25, 12.5), 3);
    line.finished(compared(3, 0.25, 99));

    assertThat(lastLine())
        .contains("front 2 \u00b7 highest val.accuracy 0.5000 \u00b7 lowest latency (ms) 12.5000")
        .doesNotContain("best");
  }

  @Test
  void oneObjectiveShowsItsBestValueInItsOwnUnit() {
    BestSoFar incumbents = new BestSoFar(List.of(Objective.of("parameters", Direction.MINIMIZE)));
    TrialResult plain = result(1, 0);

    incumbents.add(new TrialResult(plain.trial(), plain.outcome(), -12345.0, List.of(12345.0)));

    assertThat(incumbents.text()).isEqualTo(" \u00b7 lowest parameters 12,345");
  }
}
