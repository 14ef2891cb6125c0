package org.espalier.nas.tf.latency;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the objective {@code latency}.
 *
 * @param name name of the objective; null for {@code latency}, or {@code latency.batch32} at a
 *     batch of 32 examples
 * @param batch number of examples that a network predicts at once
 * @param warmups runs of each network before those that are timed
 * @param pairs timed runs of each network
 * @param tolerance relative spread above which the measurement is repeated
 * @param seconds time after which a measurement ends with fewer pairs
 * @param reference value that bounds the hypervolume from the worse side, in ms, or null
 */
public record LatencySettings(
    @Description("Name of the objective; absent: latency, or latency.batch32 at a batch of 32.")
        @Nullable String name,
    @Default("1")
        @Description("Number of examples that a network predicts at once.")
        @Range("[1, 4096]")
        int batch,
    @Default("60") @Description("Runs before those that are timed.") @Range("[0, 10000]")
        int warmups,
    @Default("150")
        @Description("Timed runs of the network and of the reference network, in turn.")
        @Range("[6, 1000]")
        int pairs,
    @Default("0.05")
        @Description("Relative spread above which a measurement is repeated, twice at most.")
        @Range("(0, inf)")
        double tolerance,
    @Default("3")
        @Description("Seconds after which a measurement ends with fewer pairs, but at least 6.")
        @Range("(0, 3600]")
        double seconds,
    @Description("Value that bounds the hypervolume from the worse side, in ms.")
        @Range("(-inf, inf)")
        @Nullable Double reference) {
  private static final String UNIT = "ms";

  /** Checks the numbers and the name. */
  public LatencySettings {
    SettingRanges.check(
        LatencySettings.class, name, batch, warmups, pairs, tolerance, seconds, reference);
    if (name != null && name.isBlank()) {
      throw new InvalidSettingException(
          "name", "name must not be blank. Leave it out for the default.");
    }
  }

  /** Returns the settings of a measurement of one example. */
  public static LatencySettings measured() {
    return new LatencySettings(null, 1, 60, 150, 0.05, 3, null);
  }

  /** Returns the objective that these settings describe. */
  Objective objective() {
    return new Objective(title(), Direction.MINIMIZE, UNIT, reference, false);
  }

  private String title() {
    if (name != null) {
      return name;
    }
    return batch == 1 ? "latency" : "latency.batch" + batch;
  }
}
