package org.espalier.nas.analysis.importance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.FrontRuns;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class RunImportanceTest {

  @Test
  void ranksTheDecisionsOfARun() {
    RunImportance found = only(trials(60, number -> number));

    assertThat(found.problem()).isEmpty();
    assertThat(found.target()).isEqualTo("reward");
    assertThat(found.trials()).isEqualTo(60);
    assertThat(found.top()).isEqualTo(6);
    assertThat(found.shares().keySet().iterator().next()).isEqualTo("rate");
  }

  /** The top tenth of 40 trials has four, of 41 five. */
  @Test
  void saysWhyThereIsNone() {
    assertThat(only(trials(40, number -> number)).problem())
        .isEqualTo("The top tenth of 40 completed trials has 4; importances need 5.");
    assertThat(only(trials(40, number -> number)).shares()).isEmpty();
    assertThat(only(trials(41, number -> number)).problem()).isEmpty();
    assertThat(only(trials(60, number -> 1)).problem())
        .isEqualTo("All 60 completed trials have the same value.");
    assertThat(only(List.of()).problem())
        .isEqualTo("The top tenth of 0 completed trials has 0; importances need 5.");
  }

  @Test
  void leavesOutFailedStoppedAndCheapTrials() {
    List<TrialResult> trials = new ArrayList<>(trials(60, number -> number));
    RunImportance without = only(trials);
    trials.add(ExampleRuns.failed(61, trials.get(0).trial().proposal().architecture(), "gone"));
    trials.add(ExampleRuns.shortened(62, 4, true));
    trials.add(result(63, 0.9, Fidelity.epochs(3), 1000));

    assertThat(only(trials)).isEqualTo(without);
  }

  @Test
  void hasOneResultAnObjective() {
    List<TrialResult> trials =
        IntStream.rangeClosed(1, 50)
            .mapToObj(number -> FrontRuns.trial(number, number / 50.0, 1000 - number))
            .toList();
    StudyHistory history =
        FrontRuns.history(List.of(FrontRuns.ACCURACY, FrontRuns.PARAMETERS), trials);

    assertThat(RunImportance.of(history, List.of()))
        .extracting(RunImportance::target)
        .containsExactly(FrontRuns.ACCURACY.name(), FrontRuns.PARAMETERS.name());
  }

  @Test
  void takesStatedDomainsThatContainTheAnswersAndElseObservedOnes() {
    Architecture small = architecture(0.001, 2);
    Architecture large = architecture(0.5, 9);
    Decision rate = new Decision("rate", new RealRange(1e-4, 1, Scale.LOG));
    Decision narrow = new Decision("width", new IntegerRange(1, 4, 1, Scale.LINEAR));

    Map<String, Decision> found = DecisionDomains.of(List.of(small, large), List.of(rate, narrow));

    assertThat(found.get("rate")).isEqualTo(rate);
    assertThat(found.get("width").domain()).isEqualTo(new IntegerRange(2, 9, 1, Scale.LINEAR));
    assertThat(found.get("kind").domain()).isEqualTo(Categorical.of(List.of("0", "1", "2")));
    assertThat(DecisionDomains.of(List.of(small, large), List.of()).get("rate").domain())
        .isEqualTo(new RealRange(0.001, 0.5, Scale.LOG));
  }

  private static RunImportance only(List<TrialResult> trials) {
    List<RunImportance> found =
        RunImportance.of(new StudyHistory(trials, new TreeMap<>()), List.of());
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** Returns trials of ten epochs; the rate rises with the number, the rest is spread evenly. */
  private static List<TrialResult> trials(int count, IntToDoubleFunction reward) {
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      trials.add(
          result(
              number, (double) number / count, Fidelity.epochs(10), reward.applyAsDouble(number)));
    }
    return trials;
  }

  private static TrialResult result(int number, double rate, Fidelity fidelity, double reward) {
    return new TrialResult(
        new Trial(
            number,
            Proposal.of(architecture(rate, (int) (20 * (number * 0.6180339887 % 1))), fidelity),
            number,
            number - 1),
        new Outcome.Completed(
            List.of(new Measurement(1, Map.of("validation.accuracy", 0.5))), Account.empty()),
        reward);
  }

  private static Architecture architecture(double rate, long width) {
    return new Architecture(
        List.of(
            new Choice.Real("rate", rate),
            new Choice.Whole("width", width),
            new Choice.Option("kind", (int) (width % 2) * 2, width % 2 == 0 ? "a" : "c")));
  }
}
