package org.espalier.nas.controller.quasirandom;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of quasi-random search.
 *
 * @param sequence where the points come from
 * @param scramble whether the seed moves the points
 * @param batch how many trials should be outstanding at once
 */
public record QuasiRandomSettings(
    @Default("sobol")
        @Description("The sequence: sobol, up to 1000 decisions, or halton, for any number.")
        Sequence sequence,
    @Default("true") @Description("Whether the seed moves the points, keeping them even.")
        boolean scramble,
    @Default("10") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch) {

  /** Where the points come from. */
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

  /** The sequence that is meant, over so many dimensions. */
  PointSequence points(int dimension, long seed) {
    return switch (sequence) {
      case SOBOL ->
          scramble ? SobolSequence.scrambled(dimension, seed) : SobolSequence.plain(dimension);
      case HALTON ->
          scramble ? HaltonSequence.scrambled(dimension, seed) : HaltonSequence.plain(dimension);
    };
  }
}
