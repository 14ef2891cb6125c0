package org.espalier.nas.controller.quasirandom;

import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.random.SplitMix64;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Sobol's sequence (Sobol 1967) with the direction numbers of Joe &amp; Kuo (2008), optionally
 * scrambled.
 *
 * <p>Each interval of length 2<sup>−m</sup> contains exactly one of the first 2<sup>m</sup> points,
 * in every dimension, and scrambling keeps that.
 */
public final class SobolSequence implements PointSequence {
  /** The number of dimensions that have direction numbers. */
  public static final int LARGEST_DIMENSION = 1000;

  private final SobolSequenceGenerator digital;
  private final OwenScrambling[] scramblings;

  private SobolSequence(int dimension, OwenScrambling... scramblings) {
    if (dimension < 1 || dimension > LARGEST_DIMENSION) {
      throw new InvalidSettingException(
          "sequence",
          "sequence (sobol) has from 1 to %d dimensions, but %d are needed; use halton."
              .formatted(LARGEST_DIMENSION, dimension));
    }
    this.digital = new SobolSequenceGenerator(dimension);
    this.scramblings = scramblings;
  }

  /**
   * Returns the sequence without scrambling; its first point is the corner 0.
   *
   * @param dimension from 1 to {@link #LARGEST_DIMENSION}
   * @throws InvalidSettingException if there are no direction numbers for so many
   */
  public static SobolSequence plain(int dimension) {
    return new SobolSequence(dimension);
  }

  /**
   * Returns the sequence under nested uniform scrambling, independent in each dimension.
   *
   * @param dimension from 1 to {@link #LARGEST_DIMENSION}
   * @param seed the seed of the scrambling
   * @throws InvalidSettingException if there are no direction numbers for so many
   */
  public static SobolSequence scrambled(int dimension, long seed) {
    return new SobolSequence(
        dimension,
        IntStream.range(0, dimension)
            .mapToObj(place -> new OwenScrambling(SplitMix64.mix(seed, place)))
            .toArray(OwenScrambling[]::new));
  }

  @Override
  public double[] point(int index) {
    double[] point = digital.skipTo(index);
    for (int place = 0; place < scramblings.length; place++) {
      point[place] = scramblings[place].apply(point[place]);
    }
    return point;
  }
}
