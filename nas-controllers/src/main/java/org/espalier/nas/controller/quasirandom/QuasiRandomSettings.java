package org.espalier.nas.controller.quasirandom;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of quasi-random search.
 *
 * @param sequence the sequence of points
 * @param scramble true to scramble the points by the seed
 * @param batch number of trials to keep outstanding at once
 */
public record QuasiRandomSettings(
    @Default("sobol")
        @Description("Sequence: sobol, up to 1000 decisions, or halton, for any number.")
        Sequence sequence,
    @Default("true") @Description("Scramble the points by the seed, keeping them even.")
        boolean scramble,
    @Default("10") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch) {

  /** Sequences of points. */
  public enum Sequence {
    /** Sobol's, a digital sequence in base 2. */
    SOBOL,
    /** Halton's, radical inverses in the first primes. */
    HALTON
  }

  /** Checks the ranges. */
  public QuasiRandomSettings {
    Objects.requireNonNull(sequence);
    SettingRanges.check(QuasiRandomSettings.class, sequence, scramble, batch);
  }

  /** Creates the sequence over {@code dimension} dimensions. */
  PointSequence points(int dimension, long seed) {
    return switch (sequence) {
      case SOBOL ->
          scramble ? SobolSequence.scrambled(dimension, seed) : SobolSequence.plain(dimension);
      case HALTON ->
          scramble ? HaltonSequence.scrambled(dimension, seed) : HaltonSequence.plain(dimension);
    };
  }
}
