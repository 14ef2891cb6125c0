package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.space.Architecture;
import org.junit.jupiter.api.Test;

final class EnasAdvantageTest {
  private static final Rollout ROLLOUT =
      new Rollout(new int[] {1, 2}, new double[] {-1, -1}, new double[] {0.5, 1.5});

  @Test
  void theBaselineContainsTheRewardAndTheRewardTheEntropy() {
    EnasAdvantage advantage = new EnasAdvantage(0.9, 0.1);

    assertThat(advantage.of(ROLLOUT, 0.6)).isCloseTo(0.8 - 0.08, within(1e-12));
    assertThat(advantage.baseline()).isCloseTo(0.08, within(1e-12));
    assertThat(advantage.of(ROLLOUT, 0.3)).isCloseTo(0.5 - 0.122, within(1e-12));
    assertThat(advantage.baseline()).isCloseTo(0.122, within(1e-12));
  }

  @Test
  void theBaselineIsKept() throws IOException {
    EnasAdvantage advantage = new EnasAdvantage(0.9, 0);
    advantage.of(ROLLOUT, 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    advantage.write(new DataOutputStream(bytes));
    EnasAdvantage other = new EnasAdvantage(0.9, 0);
    other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(other.baseline()).isEqualTo(advantage.baseline()).isPositive();
  }

  @Test
  void thePolicyLearnsFromTheAdvantageWithoutAnEntropyBonus() {
    ReinforceSettings settings =
        Settings.usual().batch(1).variant(ReinforceSettings.Variant.AS_PUBLISHED_ENAS).build();
    ReturnEstimator estimator = new ReturnEstimator(settings);
    PendingBatch batch =
        new PendingBatch(List.of(new SampledArchitecture(Architecture.empty(), ROLLOUT, 1, null)));
    batch.propose(1);
    batch.tell(OptionalDouble.of(0.6));

    double raised = 0.6 + settings.entropyWeight() * 2;
    double expected = raised * settings.baseline().decay();
    double[] returns = estimator.of(batch).get(0).returns();

    assertThat(returns).hasSize(2);
    assertThat(returns[0]).isCloseTo(expected, within(1e-12)).isEqualTo(returns[1]);
    assertThat(estimator.objective().entropyWeight()).isZero();
    assertThat(estimator.objective().clipRatio()).isZero();
    assertThat(estimator.baseline()).isCloseTo(raised - expected, within(1e-12));
  }
}
