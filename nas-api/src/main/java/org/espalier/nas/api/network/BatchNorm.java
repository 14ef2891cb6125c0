package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A batch normalisation (Ioffe &amp; Szegedy 2015) of each channel, the last dimension: γ·(x − μ) /
 * √(σ² + ε) + β, where μ and σ² are those of the batch in training, and estimated from training
 * batches for predictions.
 *
 * @param epsilon ε, positive
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record BatchNorm(double epsilon) implements UnaryLayer {
  private static final double USUAL = 1e-3;

  /** Checks ε. */
  public BatchNorm {
    if (!(epsilon > 0) || !Double.isFinite(epsilon)) {
      throw new IllegalArgumentException("epsilon (%s) must be positive.".formatted(epsilon));
    }
  }

  /** Returns a batch normalisation with an ε of 0.001. */
  public static BatchNorm standard() {
    return new BatchNorm(USUAL);
  }

  @Override
  public TensorShape output(TensorShape input) {
    if (input.rank() != 1 && input.rank() != 3) {
      throw new IllegalArgumentException(
          "batch-norm takes rows or images, not an input of the shape %s.".formatted(input));
    }
    return input;
  }

  @Override
  public long parameters(TensorShape input) {
    return 2L * input.dimensions().get(input.rank() - 1);
  }

  @Override
  public long flops(TensorShape input) {
    return 2L * input.size();
  }

  @Override
  public String label() {
    return epsilon == USUAL ? "batch-norm" : "batch-norm(" + epsilon + ")";
  }
}
