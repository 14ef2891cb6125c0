package org.espalier.nas.analysis.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.comparison.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingAuditTest {
  private static final AuditCost COST = new AuditCost(100, 9, 2.5, 10, 1, 4);

  /** Six trials: the shared scores swap the trials 2 and 3, and exceed the others from trial 4. */
  private static List<AuditedTrial> six() {
    return List.of(
        trial(1, 3, 0, 0.10, 0.10),
        trial(2, 3, 1, 0.30, 0.20),
        trial(3, 2, 1, 0.20, 0.30),
        trial(4, 2, 2, 0.45, 0.40),
        trial(5, 1, 2, 0.55, 0.50),
        trial(6, 1, 2, 0.65, 0.60));
  }

  private static AuditedTrial trial(
      int number, int third, int layers, double shared, double... alone) {
    List<Double> scores = new ArrayList<>();
    for (double score : alone) {
      scores.add(score);
    }
    return new AuditedTrial(number, "[" + number + "]", third, layers, shared, scores);
  }

  @Test
  void countsPairsInTheSameOrder() {
    SharingAudit audit = SharingAudit.of(six(), COST, 200);

    assertThat(audit.ranking().value()).isCloseTo((14 - 1) / 15.0, within(1e-12));
    assertThat(audit.topRanking().value()).isEqualTo(1);
    assertThat(audit.ranking().low()).isLessThan(audit.ranking().value());
    assertThat(audit.ranking().high()).isBetween(audit.ranking().value(), 1.0);
    assertThat(audit.seeds()).isEmpty();
  }

  @Test
  void countsTrialsThatInheritingHelpedOrHurtByTheNumberOfLayers() {
    SharingAudit audit = SharingAudit.of(six(), COST, 200);

    InheritanceEffect all = audit.inheritance();
    assertThat(all.inheritedLayers()).isNull();
    assertThat(all.helped().hits()).isEqualTo(4);
    assertThat(all.hurt()).isEqualTo(1);
    assertThat(all.share().value()).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(all.median().value()).isCloseTo(0.05, within(1e-12));
    assertThat(audit.byLayers())
        .extracting(InheritanceEffect::inheritedLayers)
        .containsExactly(0, 1, 2);
    assertThat(audit.byLayers())
        .extracting(effect -> effect.helped().cases() + "/" + effect.helped().hits())
        .containsExactly("1/0", "2/1", "3/3");
    assertThat(audit.byLayers().get(1).median().value()).isCloseTo(0, within(1e-12));
  }

  @Test
  void savedEpochsComeFromTheMeans() {
    assertThat(COST.savedEpochs()).isEqualTo(0.75);
    assertThat(new AuditCost(0, 0, Double.NaN, 10, 1, 1).savedEpochs()).isNaN();
  }

  @Test
  void findsAKnownOrderEffect() {
    SharingAudit audit = SharingAudit.of(ExampleAudits.trials(60, 0.01, 0.02), COST, 200);

    OrderEffect order = audit.order();
    assertThat(order.slope()).satisfies(slope -> contains(slope, 0.02));
    assertThat(order.slope().low()).isPositive();
    assertThat(order.partial().low()).isPositive();
    assertThat(order.at(200) - order.at(100)).isCloseTo(order.slope().value(), within(1e-12));
  }

  /** Better proposals in later trials are no order effect either. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void showsAnOrderEffectThatDoesNotExistInFivePercentOfAudits(double learntIn100Trials) {
    int shown = 0;
    for (int seed = 1; seed <= 200; seed++) {
      List<AuditedTrial> trials = new ArrayList<>();
      for (AuditedTrial trial : ExampleAudits.trials(seed, 30, 0.01, 0)) {
        double learnt = learntIn100Trials * trial.number() / 100;
        trials.add(
            new AuditedTrial(
                trial.number(),
                trial.architecture(),
                trial.third(),
                trial.inheritedLayers(),
                trial.shared() + learnt,
                trial.alone().stream().map(score -> score + learnt).toList()));
      }
      Estimate slope = SharingAudit.of(trials, COST, 1).order().slope();
      shown += slope.low() > 0 || slope.high() < 0 ? 1 : 0;
    }

    assertThat(shown).isBetween(2, 20);
  }

  private static void contains(Estimate estimate, double value) {
    assertThat(value).isBetween(estimate.low(), estimate.high());
  }

  @Test
  void comparesWithTheAgreementOfTrainings() {
    SharingAudit equal = SharingAudit.of(ExampleAudits.trials(60, 0.02, 0), COST, 200);
    SharingAudit poor = SharingAudit.of(ExampleAudits.trials(60, 0.02, 0.1), COST, 200);

    SeedAgreement same = equal.seeds().orElseThrow();
    assertThat(same.difference()).satisfies(difference -> contains(difference, 0));
    assertThat(same.training().value()).isBetween(0.3, 0.9);
    assertThat(same.difference().value())
        .isCloseTo(same.shared().value() - same.training().value(), within(1e-12));
    assertThat(poor.seeds().orElseThrow().difference().high()).isNegative();
    assertThat(poor.seeds().orElseThrow().training()).isEqualTo(same.training());
  }

  @Test
  void leavesOutTrialsWhoseTrainingsFailed() {
    List<AuditedTrial> trials = new ArrayList<>(six());
    trials.add(0, trial(7, 1, 2, 0.9));

    SharingAudit audit = SharingAudit.of(trials, COST, 200);

    assertThat(audit.failed()).isEqualTo(1);
    assertThat(audit.trials()).hasSize(7).last().extracting(AuditedTrial::number).isEqualTo(7);
    assertThat(audit.ranking()).isEqualTo(SharingAudit.of(six(), COST, 200).ranking());
    assertThat(audit.inheritance().helped().cases()).isEqualTo(6);
  }

  @Test
  void withoutAnyScoreEverythingIsUndefined() {
    SharingAudit audit = SharingAudit.of(List.of(trial(1, 1, 0, 0.5)), COST, 200);

    assertThat(audit.ranking().value()).isNaN();
    assertThat(audit.order().slope().value()).isNaN();
    assertThat(audit.inheritance().share().value()).isNaN();
    assertThat(new AuditSentences(ExampleAudits.report(audit.trials())).answers())
        .hasSize(5)
        .first()
        .asString()
        .endsWith("is undefined.");
  }
}
