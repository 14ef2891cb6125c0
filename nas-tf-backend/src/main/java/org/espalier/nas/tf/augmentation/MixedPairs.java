package org.espalier.nas.tf.augmentation;

import java.util.random.RandomGenerator;

/**
 * The pairs of examples of a batch that are mixed: share × example + (1 − share) × partner, for
 * features as well as targets (Zhang et al. 2018, section 2), with one share for a batch as in the
 * authors' program.
 *
 * <p>The share is at least ½: the pairs of a permutation with the share 1 − λ are those of the
 * inverse permutation with λ.
 *
 * @param partners the index in the batch of each example's partner, a permutation
 * @param share the share of the example itself, from ½ to 1
 */
@SuppressWarnings("ArrayRecordComponent") // Neither compared nor kept longer than a batch.
public record MixedPairs(int[] partners, float share) {

  /** Draws the pairs of a batch. */
  static MixedPairs draw(double alpha, int examples, RandomGenerator random) {
    double lambda = new BetaDistribution(alpha).sample(random);
    int[] partners = new int[examples];
    for (int i = 0; i < examples; i++) {
      // The inside-out algorithm of Durstenfeld's shuffle.
      int j = random.nextInt(i + 1);
      partners[i] = partners[j];
      partners[j] = i;
    }
    return new MixedPairs(partners, (float) Math.max(lambda, 1 - lambda));
  }

  /**
   * Mixes the values of the examples.
   *
   * @param values equally many values for each example, example after example
   * @param into receives as many values; another array
   */
  public void mix(float[] values, float[] into) {
    int size = values.length / partners.length;
    float rest = 1 - share;
    for (int example = 0; example < partners.length; example++) {
      int own = example * size;
      int other = partners[example] * size;
      for (int i = 0; i < size; i++) {
        into[own + i] = share * values[own + i] + rest * values[other + i];
      }
    }
  }

  /**
   * Copies the values of each example's partner to the place of the example.
   *
   * @param values equally many values for each example, example after example
   * @param into receives as many values; another array
   */
  public void partners(float[] values, float[] into) {
    int size = values.length / partners.length;
    for (int example = 0; example < partners.length; example++) {
      System.arraycopy(values, partners[example] * size, into, example * size, size);
    }
  }
}
