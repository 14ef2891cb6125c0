package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.espalier.nas.api.policy.Rollout;
import org.junit.jupiter.api.Test;

final class PublishedRewardTest {
  private static final Rollout VALID = new Rollout(new int[] {1, 2}, new double[2], new double[2]);
  private static final Rollout INVALID =
      new Rollout(new int[] {1, 2}, new double[] {0, Double.NEGATIVE_INFINITY}, new double[2]);

  private final PublishedReward reward = new PublishedReward();

  @Test
  void anImprovementByMoreThanOnePointIsPunished() {
    assertThat(reward.of(VALID, 0.9)).isEqualTo(0.01);
    assertThat(reward.of(VALID, 0.905)).isEqualTo(0.905);
    assertThat(reward.of(VALID, 0.5)).isEqualTo(0.5);
    assertThat(reward.of(VALID, 0.52)).isEqualTo(0.01);
  }

  @Test
  void anInvalidActionCostsOneAndLeavesTheAccuracyBefore() {
    assertThat(reward.of(VALID, 0.9)).isEqualTo(0.01);
    assertThat(reward.of(INVALID, 0.1)).isEqualTo(-1);
    assertThat(reward.of(VALID, 0.9)).isEqualTo(0.9);
  }

  @Test
  void theAccuracyBeforeIsKept() throws IOException {
    reward.of(VALID, 0.9);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    reward.write(new DataOutputStream(bytes));
    PublishedReward other = new PublishedReward();
    other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(other.of(VALID, 0.9)).isEqualTo(0.9);
  }
}
