package org.espalier.nas.engine.objective.scalarisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;
import org.junit.jupiter.api.Test;

final class ScalarisationsTest {
  private static final Objectives OBJECTIVES =
      new Objectives(
          List.of(
              new Objective("latency", Direction.MINIMIZE, "ms", null, false),
              Objective.of("accuracy", Direction.MAXIMIZE)),
          true,
          List.of());

  private static MnasNetSettings mnasnet(double alpha, double beta) {
    return new MnasNetSettings("auto", "auto", 80, alpha, beta);
  }

  @Test
  void theSoftRewardOfMnasNetGainsFivePercentForHalfTheLatency() {
    MnasNetScalarisation soft = new MnasNetScalarisation(mnasnet(-0.07, -0.07), OBJECTIVES);

    assertThat(soft.of(List.of(80.0, 0.75))).isEqualTo(0.75);
    assertThat(soft.of(List.of(40.0, 0.75)) / 0.75).isCloseTo(1.0497, within(1e-4));
    assertThat(soft.of(List.of(160.0, 0.75)) / 0.75).isCloseTo(0.9526, within(1e-4));
  }

  @Test
  void theHardRewardOfMnasNetCountsOnlyWhatExceedsTheTarget() {
    MnasNetScalarisation hard = new MnasNetScalarisation(mnasnet(0, -1), OBJECTIVES);

    assertThat(hard.of(List.of(10.0, 0.75))).isEqualTo(0.75);
    assertThat(hard.of(List.of(160.0, 0.75))).isEqualTo(0.375);
  }

  @Test
  void aWeightedSumSubtractsWhatIsMinimised() {
    assertThat(
            new WeightedSum(new WeightedSumSettings(List.of(0.1, 2.0)), OBJECTIVES)
                .of(List.of(10.0, 0.75)))
        .isCloseTo(0.5, within(1e-12));
    assertThatThrownBy(() -> new WeightedSum(new WeightedSumSettings(List.of(1.0)), OBJECTIVES))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "weights ([1.0]) must have one number for each of the objectives [latency, accuracy].");
  }

  @Test
  void theChebyshevDistanceIsThatOfTheWorstObjective() {
    Chebyshev distance =
        new Chebyshev(
            new ChebyshevSettings(List.of(0.01, 1.0), List.of(5.0, 1.0), 0.05), OBJECTIVES);

    // Weighted distances of 0.2 and 0.1.
    assertThat(distance.of(List.of(25.0, 0.9))).isCloseTo(-(0.2 + 0.05 * 0.3), within(1e-12));
  }

  @Test
  void aPenaltyGrowsWithTheViolationRelativeToItsBound() {
    Penalty penalty =
        new Penalty(new PenaltySettings("accuracy", List.of("latency <= 20"), 2), OBJECTIVES);

    assertThat(penalty.of(List.of(20.0, 0.75))).isEqualTo(0.75);
    assertThat(penalty.of(List.of(25.0, 0.75))).isCloseTo(0.75 - 2 * 0.25, within(1e-12));
  }

  @Test
  void aMissingObjectiveIsNamed() {
    assertThatThrownBy(
            () ->
                new MnasNetScalarisation(
                    new MnasNetSettings("auto", "flops", 1, 0, -1), OBJECTIVES))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("cost (flops) must be one of the objectives [latency, accuracy].");
  }
}
