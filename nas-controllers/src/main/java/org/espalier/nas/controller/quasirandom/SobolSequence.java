package org.espalier.nas.controller.quasirandom;

import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.random.SplitMix64;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Sobol's sequence (Sobol 1967) with the direction numbers of Joe &amp; Kuo (2008), scrambled on
 * wish.
 *
 * <p>Of its first 2<sup>m</sup> points each interval of length 2<sup>−m</sup> holds exactly one, in
 * every dimension, and scrambling keeps that.
 */
public final class SobolSequence implements PointSequence {
  /** So many dimensions have direction numbers. */
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
   * The sequence as it is; its first point is the corner 0.
   *
   * @param dimension from 1 to {@link #LARGEST_DIMENSION}
   * @throws InvalidSettingException if there are no direction numbers for so many
   */
  public static SobolSequence plain(int dimension) {
    return new SobolSequence(dimension);
  }

  /**
   * The sequence under nested uniform scrambling, each dimension by itself.
   *
   * @param dimension from 1 to {@link #LARGEST_DIMENSION}
   * @param seed decides about the scrambling
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
