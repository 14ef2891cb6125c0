package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.controller.FoldedSpace;
import org.espalier.nas.controller.TokenSpace;
import org.espalier.nas.controller.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ReinforceControllerTest {
  private static final SearchSpace SPACE = new TokenSpace(6, 3);
  private static final int SIZE = 6 + 6 * 6;

  private final TabularPolicy.Factory networks = new TabularPolicy.Factory();

  private ReinforceController controller(Settings settings) {
    return controller(settings, new RandomStreams(11));
  }

  private ReinforceController controller(Settings settings, SearchSpace space) {
    return new ReinforceController(
        settings.build(), space, new RandomStreams(11), Fidelity.epochs(3), networks);
  }

  private ReinforceController controller(Settings settings, RandomStreams streams) {
    return new ReinforceController(settings.build(), SPACE, streams, Fidelity.epochs(3), networks);
  }

  /** Returns a reward that grows with the first letter; trials of the third letter alone fail. */
  private static double reward(Architecture architecture) {
    int first = ((Choice.Option) architecture.choices().get(0)).index();
    return first == 2 && architecture.size() == 2 ? Double.NaN : first / 5.0;
  }

  @Test
  void handsOutABatchAndWaitsUntilAllOfItWasTold() {
    ReinforceController controller = controller(Settings.usual());
    Trials trials = new Trials(ReinforceControllerTest::reward);

    assertThat(trials.ask(controller, 3)).hasSize(3);
    assertThat(trials.ask(controller, 3)).hasSize(1);
    for (int told = 0; told < 4; told++) {
      assertThat(controller.ask(3)).isEmpty();
      assertThat(networks.latest().taught()).isEmpty();
      trials.tellNext(controller);
    }
    assertThat(networks.latest().taught()).hasSize(1);
    assertThat(trials.ask(controller, 10)).hasSize(4);
  }

  @Test
  void proposesEachArchitectureOnceAndEndsWhenTheSpaceIsExhausted() {
    ReinforceController controller = controller(Settings.usual());
    Trials trials = new Trials(ReinforceControllerTest::reward).run(controller, 1_000);

    assertThat(trials.architectures())
        .hasSize(SIZE)
        .doesNotHaveDuplicates()
        .allMatch(SPACE::contains);
    assertThat(controller.ask(1)).isEmpty();
    // 42 = 10 batches of 4 and what is left.
    assertThat(networks.latest().taught()).hasSize(11);
    assertThat(networks.latest().taught().get(10)).hasSize(2);
  }

  @Test
  void proposesEquivalentArchitecturesOnce() {
    FoldedSpace folded = new FoldedSpace();
    Trials trials =
        new Trials(ReinforceControllerTest::reward).run(controller(Settings.usual(), folded), 100);

    assertThat(trials.architectures())
        .extracting(folded::canonical)
        .hasSize(FoldedSpace.DISTINCT)
        .doesNotHaveDuplicates();
  }

  @Test
  void proposesWhatAPolicyNoLongerFindsByItself() {
    ReinforceController controller = controller(Settings.usual());
    networks.latest().insistOn(0, 3);

    List<Architecture> proposed = new Trials(a -> 0.5).run(controller, 1_000).architectures();

    assertThat(proposed).hasSize(SIZE).doesNotHaveDuplicates();
    assertThat(proposed.subList(0, 4))
        .allMatch(architecture -> architecture.choices().get(0).text().equals("letter2"));
  }

  @Test
  void whatWasDrawnUniformlyCarriesTheUniformProbability() {
    ReinforceController controller = controller(Settings.usual());
    networks.latest().insistOn(0, 3);
    networks.latest().insistOn(1, 3);

    new Trials(a -> 0.5).run(controller, 4);

    // The policy knows one architecture; the other three are drawn uniformly.
    List<Experience> taught = networks.latest().taught().get(0);
    assertThat(taught.get(0).rollout().logProbability()).isCloseTo(0, within(1e-9));
    assertThat(taught.subList(1, 4))
        .allSatisfy(
            experience ->
                assertThat(experience.rollout().logProbability())
                    .isCloseTo(-Math.log(6) - Math.log(7), within(1e-9)));
  }

  @Test
  void repeatsWhereThatIsWanted() {
    ReinforceController controller = controller(Settings.usual().repeating());

    assertThat(new Trials(a -> 0.5).run(controller, 200).architectures()).hasSize(200);
  }

  @Test
  void learnsWhatPays() {
    ReinforceController controller = controller(Settings.usual().repeating());
    Trials trials = new Trials(a -> reward(a) > 0.9 ? 1 : 0).run(controller, 400);

    assertThat(trials.rewards().subList(300, 400).stream().filter(reward -> reward == 1).count())
        .isGreaterThan(90);
  }

  static Stream<Settings> everyKind() {
    return Stream.of(
        Settings.usual(),
        Settings.usual().variant(ReinforceSettings.Variant.AS_PUBLISHED),
        Settings.usual().baseline(BaselineSettings.Type.MOVING_AVERAGE, 0.5, 0.8),
        Settings.usual().baseline(BaselineSettings.Type.BEST, 0.5, 0.8),
        Settings.usual().normalise(ReinforceSettings.Normalisation.Z_SCORE),
        Settings.usual().predictor(ReinforceSettings.Predictor.LOG),
        Settings.usual().predictor(ReinforceSettings.Predictor.SCREEN),
        Settings.usual().predictor(ReinforceSettings.Predictor.SCREEN).repeating(),
        Settings.usual().exploring(0.5),
        Settings.usual().exploring(0.5).predictor(ReinforceSettings.Predictor.SCREEN));
  }

  /**
   * After each ask of one trial and after each tell the controller is replaced by a restored one.
   */
  @ParameterizedTest
  @MethodSource("everyKind")
  void continuesAfterRestoreAtEveryStepAsIfNothingHadHappened(Settings settings) {
    Trials uninterrupted = new Trials(ReinforceControllerTest::reward);
    Trials interrupted = new Trials(ReinforceControllerTest::reward);
    ReinforceController controller = controller(settings);
    play(uninterrupted, controller, settings, false);
    Map<String, Double> diagnostics = controller.diagnostics();

    ReinforceController last = play(interrupted, controller(settings), settings, true);

    assertThat(interrupted.proposals()).isEqualTo(uninterrupted.proposals());
    assertThat(last.snapshot()).isEqualTo(controller.snapshot());
    assertThat(last.diagnostics()).isEqualTo(diagnostics);
  }

  private ReinforceController play(
      Trials trials, ReinforceController first, Settings settings, boolean replacing) {
    ReinforceController controller = first;
    for (int batch = 0; batch < 8; batch++) {
      for (int i = 0; i < 4; i++) {
        trials.ask(controller, 1);
        controller = replacing ? restored(controller, settings) : controller;
      }
      for (int i = 0; i < 4; i++) {
        trials.tellNext(controller);
        controller = replacing ? restored(controller, settings) : controller;
      }
    }
    return controller;
  }

  private ReinforceController restored(ReinforceController controller, Settings settings) {
    ReinforceController fresh = controller(settings);
    fresh.restore(controller.snapshot());
    return fresh;
  }

  @Test
  void returnsAreDiscountedOverTheStepsOfASequence() {
    ReinforceController controller = controller(Settings.usual());
    new Trials(a -> 0.9).run(controller, 4);

    for (Experience experience : networks.latest().taught().get(0)) {
      double[] expected =
          experience.returns().length == 2 ? new double[] {0.2, 0.4} : new double[] {0.1, 0.2, 0.4};
      assertThat(experience.returns()).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void asPublishedRewardsAreDiscountedAcrossTheTrialsOfABatch() {
    ReinforceController controller =
        controller(Settings.usual().variant(ReinforceSettings.Variant.AS_PUBLISHED));
    new Trials(a -> 0.9).run(controller, 4);

    double[] expected = {0.75, 0.7, 0.6, 0.4};
    for (int trial = 0; trial < 4; trial++) {
      double[] returns = networks.latest().taught().get(0).get(trial).returns();
      double weight = expected[trial];
      assertThat(Arrays.stream(returns).boxed())
          .allSatisfy(value -> assertThat(value).isCloseTo(weight, within(1e-12)));
    }
    assertThat(networks.latestSpec().cell()).isEqualTo(PolicySpec.Cell.PUBLISHED_LSTM);
  }

  @Test
  void whatIsExploredCountsByItsProbabilityUnderThePolicy() {
    ReinforceController controller = controller(Settings.usual().exploring(0.5).repeating());
    networks.latest().insistOn(0, 3);
    networks.latest().insistOn(1, 3);
    Trials trials = new Trials(a -> 0.9);
    trials.run(controller, 4);

    // The policy always writes the same, which is one of 42 equally likely uniform draws.
    List<Experience> taught = networks.latest().taught().get(0);
    for (Experience experience : taught) {
      boolean likely = experience.rollout().logProbability() > -1e-6;
      double weight = likely ? 1 / (0.5 + 0.5 / 42) : 0;
      assertThat(lastReturn(experience)).isCloseTo(0.4 * weight, within(1e-6));
    }
    assertThat(taught).extracting(ReinforceControllerTest::lastReturn).contains(0.0);
    assertThat(controller.diagnostics()).containsEntry("exploration", 0.5);
    trials.run(controller, 8);
    assertThat(controller.diagnostics()).containsEntry("exploration", 0.45);
  }

  @Test
  void thePublishedNasCellSearchLearnsFromItsOwnReward() {
    ReinforceController controller = controller(Settings.wallarm());
    double[] told = {0.9, 0.905, 0.3, 0.5};
    int[] next = {0};
    new Trials(a -> told[next[0]++]).run(controller, 4);

    assertThat(networks.latest().taught())
        .extracting(batch -> batch.get(0).returns()[0])
        .containsExactly(0.01, 0.905, 0.3, 0.01);
    assertThat(networks.latestSpec().cell()).isEqualTo(PolicySpec.Cell.PUBLISHED_NASCELL);
    assertThat(controller.batch()).isEqualTo(1);
  }

  @Test
  void equalRewardsNormaliseToNothingToLearn() {
    ReinforceController controller =
        controller(Settings.usual().normalise(ReinforceSettings.Normalisation.Z_SCORE));
    new Trials(a -> 0.7).run(controller, 4);

    assertThat(networks.latest().taught().get(0))
        .allSatisfy(experience -> assertThat(experience.returns()).containsOnly(0));
  }

  @Test
  void aFailedTrialCountsAsTheWorstSoFarAndTeachesThePredictorNothing() {
    ReinforceController controller =
        controller(Settings.usual().predictor(ReinforceSettings.Predictor.LOG));
    double[] told = {0.9, Double.NaN, 0.3, 0.5};
    int[] next = {0};
    new Trials(a -> told[next[0]++]).run(controller, 4);

    List<Experience> taught = networks.latest().taught().get(0);
    assertThat(taught.stream().map(ReinforceControllerTest::lastReturn))
        .usingElementComparator((left, right) -> Math.abs(left - right) < 1e-12 ? 0 : 1)
        .containsExactly(0.4, -0.2, -0.2, 0.0);
    assertThat(taught.stream().map(Experience::score))
        .containsExactly(
            OptionalDouble.of(0.45),
            OptionalDouble.empty(),
            OptionalDouble.of(0.15),
            OptionalDouble.of(0.25));
  }

  private static double lastReturn(Experience experience) {
    double[] returns = experience.returns();
    return returns[returns.length - 1];
  }

  @Test
  void failedTrialsAloneTeachNothing() {
    ReinforceController controller = controller(Settings.usual());
    new Trials(a -> Double.NaN).run(controller, 4);

    assertThat(networks.latest().taught().get(0))
        .allSatisfy(experience -> assertThat(experience.returns()).containsOnly(0));
  }

  @Test
  void aFailedTrialCountsWhatTheSettingsSay() {
    ReinforceController controller = controller(Settings.usual().failedReward(-1));
    new Trials(a -> Double.NaN).run(controller, 4);

    assertThat(networks.latest().taught().get(0))
        .allSatisfy(experience -> assertThat(lastReturn(experience)).isEqualTo(-1.5));
  }

  @Test
  void saysWhatThePredictorExpectsInTheRewardsOwnScale() {
    ReinforceController controller =
        controller(Settings.usual().predictor(ReinforceSettings.Predictor.LOG));

    assertThat(controller.ask(4))
        .allSatisfy(
            proposal -> {
              int first = ((Choice.Option) proposal.architecture().choices().get(0)).index() + 1;
              // Scores of 0 to 1 stand for rewards of 0 to 2.
              assertThat(proposal.predicted()).isCloseTo(2 * first / 7.0, within(1e-12));
            });
  }

  @Test
  void screensOnceThePredictorHasLearntSomething() {
    Settings screening = Settings.usual().predictor(ReinforceSettings.Predictor.SCREEN);
    ReinforceController controller = controller(screening);
    Trials trials = new Trials(a -> 0.5).run(controller, 24);
    ReinforceController unscreened =
        controller(Settings.usual().predictor(ReinforceSettings.Predictor.LOG));
    Trials others = new Trials(a -> 0.5).run(unscreened, 24);

    assertThat(trials.proposals().subList(0, 4)).isEqualTo(others.proposals().subList(0, 4));
    assertThat(meanPrediction(trials.proposals().subList(4, 24)))
        .isGreaterThan(meanPrediction(others.proposals().subList(4, 24)) + 0.1);
    assertThat(trials.architectures()).doesNotHaveDuplicates();
  }

  @Test
  void whatScreeningRejectsMayBeProposedLater() {
    ReinforceController controller =
        controller(Settings.usual().predictor(ReinforceSettings.Predictor.SCREEN));

    assertThat(new Trials(a -> 0.5).run(controller, 1_000).architectures()).hasSize(SIZE);
  }

  private static double meanPrediction(List<Proposal> proposals) {
    return proposals.stream().mapToDouble(Proposal::predicted).average().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(ReinforceSettings.Predictor.class)
  void tellsAboutItselfAfterEachUpdate(ReinforceSettings.Predictor predictor) {
    ReinforceController controller = controller(Settings.usual().predictor(predictor));
    Trials trials = new Trials(a -> 0.5);
    trials.ask(controller, 4);
    for (int told = 0; told < 3; told++) {
      trials.tellNext(controller);
      assertThat(controller.diagnostics()).isEmpty();
    }
    trials.tellNext(controller);

    boolean predicts = predictor != ReinforceSettings.Predictor.OFF;
    assertThat(controller.diagnostics())
        .containsEntry("entropy", 1.0)
        .containsEntry("policy.loss", 1.0)
        .containsEntry("gradient.norm", 2.0)
        .containsEntry("baseline", 0.5)
        .hasSize(predicts ? 5 : 4);
    assertThat(controller.diagnostics().get("predictor.loss")).isEqualTo(predicts ? 0.25 : null);
  }

  @Test
  void learnsFromABatchOfResultsThatItDidNotPropose() {
    ReinforceController controller = controller(Settings.usual());
    Trials others = new Trials(a -> 0.5);
    others.ask(controller(Settings.usual(), new RandomStreams(99)), 4);
    new Trials(a -> 0.5).ask(controller, 4);

    for (int told = 0; told < 3; told++) {
      others.tellNext(controller);
      assertThat(controller.diagnostics()).isEmpty();
    }
    byte[] snapshot = controller.snapshot();
    ReinforceController restored = controller(Settings.usual());
    restored.restore(snapshot);
    assertThat(restored.snapshot()).isEqualTo(snapshot);

    others.tellNext(controller);

    assertThat(controller.diagnostics()).containsKey("policy.loss");
    assertThat(controller.ask(4)).hasSize(4);
  }

  @Test
  void closesTheNetwork() {
    controller(Settings.usual()).close();
    assertThat(networks.latest().closed()).isTrue();
  }
}
