package org.espalier.nas.tf.latency;

import static java.util.Arrays.stream;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A measurement of the time of a network against a reference network.
 *
 * <p>Times of one network differ between processes by more than those of two networks do. So both
 * networks run in turn, and the median of the ratios of neighbouring runs counts: what slows the
 * machine down for a while slows down both. The time of a run is that in which the thread computes,
 * so that it does not matter how long other processes keep it waiting.
 */
final class LatencyMeasurement {
  /** Fewest pairs of which the interval of the median covers 95 %. */
  static final int FEWEST_PAIRS = 6;

  private static final int MOST_MEASUREMENTS = 3;
  private static final double WARMUP_SHARE = 0.25;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final LatencySettings settings;
  private final LatencyClock clock;

  /**
   * Creates a measurement.
   *
   * @param settings numbers of runs, tolerance and time limit
   * @param clock the clocks of the thread that measures
   */
  LatencyMeasurement(LatencySettings settings, LatencyClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Returns the time of a network as a multiple of the reference network's. If the spread exceeds
   * the tolerance, more pairs are measured, three times as many at most; all pairs count.
   *
   * @param candidate runs the network once
   * @param reference runs the reference network once
   * @throws InterruptedException if the thread is interrupted
   */
  PairedRatio ratio(Runnable candidate, Runnable reference) throws InterruptedException {
    warmUp(
        () -> {
          candidate.run();
          reference.run();
        });
    double[] ratios = pairs(candidate, reference);
    MedianInterval median = MedianInterval.of(ratios);
    int measurements = 1;
    while (median.spread() > settings.tolerance() && measurements < MOST_MEASUREMENTS) {
      ratios = DoubleStream.concat(stream(ratios), stream(pairs(candidate, reference))).toArray();
      median = MedianInterval.of(ratios);
      measurements++;
    }
    return new PairedRatio(median.median(), median.spread(), measurements);
  }

  /**
   * Returns the median time of a network.
   *
   * @param network runs the network once
   * @return the time in milliseconds, positive
   * @throws InterruptedException if the thread is interrupted
   */
  double milliseconds(Runnable network) throws InterruptedException {
    warmUp(network);
    double[] times = sample(() -> time(network));
    return MedianInterval.of(times).median() / NANOS_PER_MILLISECOND;
  }

  private void warmUp(Runnable runs) throws InterruptedException {
    long end = deadline(WARMUP_SHARE);
    for (int i = 0; i < settings.warmups() && (i == 0 || passed() - end < 0); i++) {
      requireNotInterrupted();
      runs.run();
    }
  }

  private double[] pairs(Runnable candidate, Runnable reference) throws InterruptedException {
    return sample(
        () -> {
          double time = time(candidate);
          return time / time(reference);
        });
  }

  private double[] sample(Observation observation) throws InterruptedException {
    long end = deadline(1);
    double[] sample = new double[settings.pairs()];
    int count = 0;
    while (count < sample.length && (count < FEWEST_PAIRS || passed() - end < 0)) {
      requireNotInterrupted();
      sample[count++] = observation.take();
    }
    return Arrays.copyOf(sample, count);
  }

  /** One observation of a sample. */
  @FunctionalInterface
  private interface Observation {
    double take();
  }

  private long deadline(double share) {
    return passed() + (long) (settings.seconds() * share * NANOS_PER_SECOND);
  }

  private long passed() {
    return clock.passing().getAsLong();
  }

  /** Returns the nanoseconds of a run; 1 if the clock is too coarse for it. */
  private double time(Runnable run) {
    long begin = clock.computing().getAsLong();
    run.run();
    return Math.max(1, clock.computing().getAsLong() - begin);
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The measurement was interrupted.");
    }
  }
}
