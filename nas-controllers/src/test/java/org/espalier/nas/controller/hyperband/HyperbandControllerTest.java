package org.espalier.nas.controller.hyperband;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.statistics.SignedRanks;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.ObjectiveTrials;
import org.espalier.nas.controller.domination.ConstrainedRanking;
import org.espalier.nas.controller.domination.TrialQuality;
import org.espalier.nas.problem.RandomSearch;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperbandControllerTest {
  private static final SearchSpace SPACE = ReferenceSpace.REAL_VECTOR.space();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 100})
  void trainsAsManyEpochsAsThePlanSays(int lag) {
    Run continued = run(kerasTuner(true), lag, HyperbandControllerTest::first);
    Run anew = run(kerasTuner(false), lag, HyperbandControllerTest::first);

    assertThat(continued.proposals).hasSize(30);
    assertThat(continued.epochsTrained()).isEqualTo(120);
    assertThat(anew.proposals).hasSize(30);
    assertThat(anew.epochsTrained()).isEqualTo(144);
  }

  @Test
  void promotesTheBestOfEachRung() {
    Run run = run(kerasTuner(true), 1, HyperbandControllerTest::first);
    List<Proposal> proposals = run.proposals;

    List<Architecture> bestFour =
        proposals.subList(0, 12).stream()
            .map(Proposal::architecture)
            .sorted((one, other) -> Double.compare(first(other), first(one)))
            .limit(4)
            .toList();
    assertThat(proposals.subList(12, 16)).extracting(Proposal::architecture).isEqualTo(bestFour);
    assertThat(proposals.subList(16, 18))
        .extracting(Proposal::architecture)
        .isEqualTo(bestFour.subList(0, 2));
    assertThat(proposals.subList(12, 16))
        .allSatisfy(
            promoted ->
                assertThat(proposals.get(promoted.continuedTrial() - 1).architecture())
                    .isEqualTo(promoted.architecture()));
    assertThat(proposals.subList(0, 18))
        .extracting(proposal -> proposal.fidelity().epochs())
        .startsWith(2)
        .endsWith(10);
  }

  @Test
  void promotesTheFrontOfEachRung() {
    ObjectiveTrials trials =
        new ObjectiveTrials(
            architecture -> {
              double one = first(architecture);
              double other = ((Choice.Real) architecture.choices().get(2)).value();
              return one < 0.2 ? new double[] {one, 200} : new double[] {one, other};
            });
    HyperbandController controller =
        new HyperbandController(
            new HyperbandSettings(0, 1, 3, 1, Rounding.KERAS_TUNER, true, 1),
            ObjectiveTrials.OBJECTIVES,
            SPACE,
            new RandomStreams(1),
            Fidelity.epochs(10));
    trials.run(controller, 16);

    List<Architecture> feasible =
        trials.architectures().subList(0, 12).stream().filter(a -> first(a) >= 0.2).toList();
    assertThat(feasible).hasSizeBetween(5, 11);
    List<Integer> order =
        ConstrainedRanking.of(
                feasible.stream().map(a -> new TrialQuality(trials.of(a), 0)).toList())
            .bestFirst();
    assertThat(trials.architectures().subList(12, 16))
        .isEqualTo(order.stream().limit(4).map(feasible::get).toList());
  }

  @Test
  void keepsNoMoreTrialsThanMayBePromoted() {
    Run run = run(kerasTuner(true), 1, HyperbandControllerTest::first);

    // The twelfth result of the first rung decides which four go on.
    assertThat(run.mostKept).isEqualTo(11);
    assertThat(run.keptAtEnd).isEmpty();
    assertThat(run(kerasTuner(false), 1, HyperbandControllerTest::first).mostKept).isZero();
  }

  @Test
  void failedTrialsAreNeverPromoted() {
    Run run = run(kerasTuner(true), 4, architecture -> Double.NaN);

    assertThat(run.proposals).hasSize(12 + 6 + 4).allMatch(p -> p.continuedTrial() == null);
  }

  @Test
  void halvesSuccessively() {
    Controller halving =
        new SuccessiveHalvingController(
            new SuccessiveHalvingSettings(16, 1, 0, 2, 1, true, 8),
            Objectives.reward(),
            SPACE,
            new RandomStreams(1),
            Fidelity.epochs(8));

    Map<Integer, Long> trialsByEpochs = new TreeMap<>();
    run(halving, 3, HyperbandControllerTest::first)
        .proposals
        .forEach(p -> trialsByEpochs.merge(p.fidelity().epochs(), 1L, Long::sum));

    assertThat(trialsByEpochs).isEqualTo(Map.of(1, 16L, 2, 8L, 4, 4L, 8, 2L));
  }

  /**
   * With curves that show their final order from the first epoch, Hyperband finds better
   * architectures than random search with as many epochs. One-sided Wilcoxon test over 30 seeds; a
   * Hyperband that is no better would pass with a probability of 0.01.
   */
  @Test
  void beatsRandomSearchWithAsManyEpochs() {
    double[] gains = new double[30];
    for (int seed = 1; seed <= gains.length; seed++) {
      ReferenceProblem problem = ReferenceProblems.hiddenPoint(seed);
      HyperbandController hyperband =
          new HyperbandController(
              new HyperbandSettings(0, 1, 3, 1, Rounding.PAPER, true, 1),
              Objectives.reward(),
              problem.space(),
              new RandomStreams(seed),
              Fidelity.epochs(27));
      Run run = run(hyperband, 1, problem.reward());
      int affordable = Math.toIntExact(run.epochsTrained() / 27);
      double random =
          RandomSearch.draw(problem.space(), seed, affordable).stream()
              .mapToDouble(problem::regret)
              .min()
              .orElseThrow();
      double found =
          run.proposals.stream()
              .filter(proposal -> proposal.fidelity().epochs() == 27)
              .mapToDouble(proposal -> problem.regret(proposal.architecture()))
              .min()
              .orElseThrow();
      gains[seed - 1] = random - found;
    }
    assertThat(SignedRanks.of(gains).upperTail()).isLessThan(0.01);
  }

  private static HyperbandController kerasTuner(boolean resume) {
    return new HyperbandController(
        new HyperbandSettings(0, 1, 3, 1, Rounding.KERAS_TUNER, resume, 8),
        Objectives.reward(),
        SPACE,
        new RandomStreams(1),
        Fidelity.epochs(10));
  }

  private static double first(Architecture architecture) {
    return ((Choice.Real) architecture.choices().get(1)).value();
  }

  /** The proposals of a controller until it had no more. */
  private static final class Run {
    private final List<Proposal> proposals = new ArrayList<>();
    private int mostKept;
    private Set<Integer> keptAtEnd = Set.of();

    long epochsTrained() {
      return proposals.stream()
          .mapToLong(
              p ->
                  p.fidelity().epochs()
                      - Optional.ofNullable(p.continuedTrial()).stream()
                          .mapToLong(parent -> proposals.get(parent - 1).fidelity().epochs())
                          .sum())
          .sum();
    }
  }

  /** Runs a search in the order of a study; a reward that is not a number makes a trial fail. */
  private static Run run(Controller controller, int lag, ToDoubleFunction<Architecture> reward) {
    Run run = new Run();
    Deque<Trial> outstanding = new ArrayDeque<>();
    do {
      if (outstanding.size() < lag) {
        for (Proposal proposal : controller.ask(lag - outstanding.size())) {
          run.proposals.add(proposal);
          outstanding.add(new Trial(run.proposals.size(), proposal, 1, 0));
        }
      }
      if (!outstanding.isEmpty()) {
        controller.tell(List.of(result(outstanding.remove(), reward)));
      }
      run.keptAtEnd = controller.continuable();
      run.mostKept = Math.max(run.mostKept, run.keptAtEnd.size());
    } while (!outstanding.isEmpty() || more(controller, run, outstanding));
    return run;
  }

  private static boolean more(Controller controller, Run run, Deque<Trial> outstanding) {
    for (Proposal proposal : controller.ask(1)) {
      run.proposals.add(proposal);
      outstanding.add(new Trial(run.proposals.size(), proposal, 1, 0));
    }
    return !outstanding.isEmpty();
  }

  private static TrialResult result(Trial trial, ToDoubleFunction<Architecture> reward) {
    double value = reward.applyAsDouble(trial.proposal().architecture());
    if (Double.isNaN(value)) {
      return new TrialResult(trial, Outcome.Failed.of(FailureCause.DIVERGED, "NaN"), null);
    }
    Measurement last = new Measurement(trial.proposal().fidelity().epochs(), Map.of("r", value));
    return new TrialResult(trial, new Outcome.Completed(List.of(last), Account.empty()), value);
  }
}
