package org.espalier.nas.engine.table;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Phase;

/** Simulated time: the training times recorded in a table. */
final class RecordedClock {
  private static final double NANOS = 1e9;

  private final BenchmarkTable table;

  RecordedClock(BenchmarkTable table) {
    this.table = table;
  }

  /**
   * Returns the account of a trial from one epoch to another. All epochs of an architecture count
   * equally, its time is the median over the seeds, and a continued trial has no build time.
   */
  Account account(int architecture, int before, int after, Cost cost) {
    Map<Phase, Duration> times = new EnumMap<>(Phase.class);
    times.put(Phase.BUILD, before > 0 ? Duration.ZERO : median(architecture, Phase.BUILD, 1));
    times.put(Phase.TRAIN, median(architecture, Phase.TRAIN, after - before));
    times.put(Phase.VALIDATE, median(architecture, Phase.VALIDATE, after - before));
    double seconds = times.values().stream().mapToLong(Duration::toNanos).sum() / NANOS;
    return new Account(cost.withSeconds(seconds), table.facts(architecture), times);
  }

  private Duration median(int architecture, Phase phase, int epochs) {
    double[] nanos =
        seeds(architecture)
            .mapToDouble(
                seed ->
                    (double) table.time(architecture, seed, phase).toNanos()
                        / (phase == Phase.BUILD
                            ? 1
                            : Math.max(1, table.epochs(architecture, seed))))
            .sorted()
            .toArray();
    int middle = nanos.length / 2;
    double median = nanos.length % 2 == 1 ? nanos[middle] : (nanos[middle - 1] + nanos[middle]) / 2;
    return Duration.ofNanos(Math.round(median * epochs));
  }

  /** Returns the seeds with measurements, or all if none has any. */
  private IntStream seeds(int architecture) {
    int[] measured =
        IntStream.range(0, table.definition().seeds())
            .filter(seed -> table.points(architecture, seed) > 0)
            .toArray();
    return measured.length > 0
        ? IntStream.of(measured)
        : IntStream.range(0, table.definition().seeds());
  }
}
