package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.espalier.nas.api.policy.Rollout;

/**
 * The advantage in the published code of ENAS: r ← r + weight·Σ H, then b ← b + (1 − decay)·(r − b)
 * from b = 0, then r − b. The baseline already contains the reward from which it is subtracted, and
 * the entropy H of each step is a constant to the gradient.
 */
final class EnasAdvantage {
  private final double decay;
  private final double entropyWeight;
  private double baseline;

  EnasAdvantage(double decay, double entropyWeight) {
    this.decay = decay;
    this.entropyWeight = entropyWeight;
  }

  double baseline() {
    return baseline;
  }

  /** Returns the advantage of a sequence, after the baseline has taken in its reward. */
  double of(Rollout rollout, double reward) {
    double raised = reward + entropyWeight * Arrays.stream(rollout.entropies()).sum();
    baseline += (1 - decay) * (raised - baseline);
    return raised - baseline;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(baseline);
  }

  void read(DataInputStream in) throws IOException {
    baseline = in.readDouble();
  }
}
