package org.espalier.nas.tf.latency;

import java.nio.file.Path;
import java.util.List;
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
 * @param builds number of times that each network is built and measured
 * @param warmups runs of each build before those that are timed
 * @param pairs timed runs of each build
 * @param tolerance relative spread over the builds above which more are measured
 * @param seconds time after which a measurement ends with fewer pairs
 * @param table file with latencies of architectures or operations, which replaces the measurement;
 *     or null
 * @param device column of the table with the latencies; null for {@code latency}
 * @param command program and arguments that measure an exported network; empty for none
 * @param timeout seconds after which the program is stopped
 * @param reference value that bounds the hypervolume from the worse side, in ms, or null
 */
public record LatencySettings(
    @Description("Name of the objective; absent: latency, or latency.batch32 at a batch of 32.")
        @Nullable String name,
    @Default("1")
        @Description("Number of examples that a network predicts at once.")
        @Range("[1, 4096]")
        int batch,
    @Default("6")
        @Description("Times that the network and the reference network are built and measured.")
        @Range("[2, 100]")
        int builds,
    @Default("20")
        @Description("Runs of each build before those that are timed.")
        @Range("[0, 10000]")
        int warmups,
    @Default("30")
        @Description("Timed runs of each build of the two networks, in turn.")
        @Range("[3, 1000]")
        int pairs,
    @Default("0.03")
        @Description("Relative spread above which as many builds are added, twice at most.")
        @Range("(0, inf)")
        double tolerance,
    @Default("3")
        @Description(
            "Seconds after which a measurement ends with fewer pairs, but at least 3 of each build.")
        @Range("(0, 3600]")
        double seconds,
    @Description(
            "CSV file with latencies of architectures or operations, instead of a measurement.")
        @Nullable Path table,
    @Description("Column of the table with the latencies; absent: latency.")
        @Nullable String device,
    @Default("[]")
        @Description("Program that measures the SavedModel in the folder of its last argument.")
        List<String> command,
    @Default("60") @Description("Seconds after which the program is stopped.") @Range("(0, 86400]")
        double timeout,
    @Description("Value that bounds the hypervolume from the worse side, in ms.")
        @Range("(-inf, inf)")
        @Nullable Double reference) {
  private static final String UNIT = "ms";
  private static final int BUILDS = 6;
  private static final int WARMUPS = 20;
  private static final int PAIRS = 30;
  private static final double TOLERANCE = 0.03;
  private static final double SECONDS = 3.0;
  private static final double TIMEOUT = 60;

  /** Checks the numbers, the name, and that settings of one source are not given for another. */
  public LatencySettings {
    command = List.copyOf(command);
    SettingRanges.check(
        LatencySettings.class,
        name,
        batch,
        builds,
        warmups,
        pairs,
        tolerance,
        seconds,
        table,
        device,
        command,
        timeout,
        reference);
    if (name != null && name.isBlank()) {
      throw new InvalidSettingException(
          "name", "name must not be blank. Leave it out for the default.");
    }
    requireOneSource(table, device, command);
    if (table != null || !command.isEmpty()) {
      String source = table != null ? "table" : "command";
      requireDefault("builds", builds, BUILDS, source);
      requireDefault("warmups", warmups, WARMUPS, source);
      requireDefault("pairs", pairs, PAIRS, source);
      requireDefault("tolerance", tolerance, TOLERANCE, source);
      requireDefault("seconds", seconds, SECONDS, source);
    }
    if (command.isEmpty() && timeout != TIMEOUT) {
      throw new InvalidSettingException(
          "timeout",
          "timeout (%s) limits the time of a command, and there is none. Set command or remove timeout."
              .formatted(timeout));
    }
  }

  private static void requireOneSource(
      @Nullable Path table, @Nullable String device, List<String> command) {
    if (!command.isEmpty() && command.get(0).isBlank()) {
      throw new InvalidSettingException(
          "command", "command %s must begin with a program.".formatted(command));
    }
    if (table != null && !command.isEmpty()) {
      throw new InvalidSettingException(
          "command",
          "command %s cannot go with table (%s): latencies have one source. Remove one of the two."
              .formatted(command, table));
    }
    if (device != null && table == null) {
      throw new InvalidSettingException(
          "device",
          "device (%s) names a column of a table, and there is none. Set table or remove device."
              .formatted(device));
    }
  }

  private static void requireDefault(String setting, Number value, Number standard, String source) {
    if (!value.equals(standard)) {
      throw new InvalidSettingException(
          setting,
          "%s (%s) is of measurements in this process, which %s replaces. Remove one of the two."
              .formatted(setting, value, source));
    }
  }

  /** Returns the settings of a measurement of one example. */
  public static LatencySettings measured() {
    return new LatencySettings(
        null, 1, BUILDS, WARMUPS, PAIRS, TOLERANCE, SECONDS, null, null, List.of(), TIMEOUT, null);
  }

  /**
   * Returns the settings of latencies from a table.
   *
   * @param column column with the latencies; null for {@code latency}
   */
  public static LatencySettings fromTable(Path file, @Nullable String column) {
    return new LatencySettings(
        null, 1, BUILDS, WARMUPS, PAIRS, TOLERANCE, SECONDS, file, column, List.of(), TIMEOUT,
        null);
  }

  /** Returns the objective that these settings describe. */
  Objective objective() {
    return new Objective(title(), Direction.MINIMIZE, UNIT, reference, table != null);
  }

  private String title() {
    if (name != null) {
      return name;
    }
    return batch == 1 ? "latency" : "latency.batch" + batch;
  }
}
