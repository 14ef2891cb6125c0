package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.espalier.nas.api.policy.Rollout;

/**
 * The reward of the published NASCell search for convolutional networks: −1 for an action that is
 * not positive, the accuracy if it exceeds the one before by at most 0.01, and 0.01 otherwise,
 * which punishes improvement.
 */
final class PublishedReward {
  private static final double INVALID = -1;
  private static final double IMPROVEMENT = 0.01;

  private double previous;

  /** Returns the reward that the policy learns from, and keeps the accuracy for the next. */
  double of(Rollout rollout, double accuracy) {
    if (Arrays.stream(rollout.logProbabilities()).anyMatch(Double::isInfinite)) {
      return INVALID;
    }
    double improvement = accuracy - previous;
    previous = accuracy;
    return improvement <= IMPROVEMENT ? accuracy : IMPROVEMENT;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(previous);
  }

  void read(DataInputStream in) throws IOException {
    previous = in.readDouble();
  }
}
