package org.espalier.nas.tf.latency;

import static java.util.Arrays.stream;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A measurement of the time of a network against a reference network.
 *
 * <p>Times of one network differ between processes by more than those of two networks do. So both
 * networks run in turn, and the median of the ratios of neighbouring runs counts: what slows the
 * machine down for a while slows down both. Both are also built several times, and the median over
 * the builds counts: where in memory their tensors lie changes the times of large networks by some
 * percent. The time of a run is that in which the thread computes, so that it does not matter how
 * long other processes keep it waiting. The faster network runs several times in its turn, so that
 * both take about as long and find caches in a like state.
 */
final class LatencyMeasurement {
  /** Fewest pairs of a build, however slow its networks are. */
  static final int FEWEST_PAIRS = 3;

  private static final int MOST_MEASUREMENTS = 3;
  private static final int MOST_REPEATS = 8;
  private static final double WARMUP_SHARE = 0.25;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final LatencySettings settings;
  private final LatencyClock clock;

  /**
   * Creates a measurement.
   *
   * @param settings numbers of builds and runs, tolerance and time limit
   * @param clock the clocks of the thread that measures
   */
  LatencyMeasurement(LatencySettings settings, LatencyClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Returns the time of a network as a multiple of the reference network's. If the spread over the
   * builds exceeds the tolerance, more are measured, three times as many at most; all count.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  PairedRatio ratio(Timed.Builder candidate, Timed.Builder reference) throws InterruptedException {
    double[] ratios = {};
    int measurements = 0;
    MedianInterval median;
    do {
      ratios =
          DoubleStream.concat(stream(ratios), stream(built(() -> built(candidate, reference))))
              .toArray();
      median = MedianInterval.of(ratios);
      measurements++;
    } while (median.spread() > settings.tolerance() && measurements < MOST_MEASUREMENTS);
    return new PairedRatio(median.median(), median.spread(), measurements);
  }

  /**
   * Returns the median time of a network over its builds.
   *
   * @return the time in milliseconds, positive
   * @throws InterruptedException if the thread is interrupted
   */
  double milliseconds(Timed.Builder builder) throws InterruptedException {
    double[] times =
        built(
            () -> {
              try (Timed network = builder.build()) {
                warmUp(network);
                return MedianInterval.of(sample(() -> time(network, 1))).median();
              }
            });
    return MedianInterval.of(times).median() / NANOS_PER_MILLISECOND;
  }

  /** Returns the ratio of a build of both networks. */
  private double built(Timed.Builder candidates, Timed.Builder references)
      throws InterruptedException {
    try (Timed candidate = candidates.build();
        Timed reference = references.build()) {
      double[] shortest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
      warmUp(
          () -> {
            shortest[0] = Math.min(shortest[0], time(candidate, 1));
            shortest[1] = Math.min(shortest[1], time(reference, 1));
          });
      Turns turns =
          new Turns(
              candidate,
              repeats(shortest[1] / shortest[0]),
              reference,
              repeats(shortest[0] / shortest[1]));
      return MedianInterval.of(sample(turns)).median();
    }
  }

  private double[] built(Build build) throws InterruptedException {
    double[] values = new double[settings.builds()];
    for (int i = 0; i < values.length; i++) {
      values[i] = build.measure();
    }
    return values;
  }

  /** The measurement of one build. */
  @FunctionalInterface
  private interface Build {
    double measure() throws InterruptedException;
  }

  private void warmUp(Runnable runs) throws InterruptedException {
    long end = deadline(WARMUP_SHARE);
    for (int i = 0; i < settings.warmups() && (i == 0 || passed() - end < 0); i++) {
      requireNotInterrupted();
      runs.run();
    }
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

  /** Turns of two networks, whose observation is the ratio of their times. */
  private final class Turns implements Observation {
    private final Runnable candidate;
    private final int candidateRuns;
    private final Runnable reference;
    private final int referenceRuns;

    Turns(Runnable candidate, int candidateRuns, Runnable reference, int referenceRuns) {
      this.candidate = candidate;
      this.candidateRuns = candidateRuns;
      this.reference = reference;
      this.referenceRuns = referenceRuns;
    }

    @Override
    public double take() {
      double time = time(candidate, candidateRuns);
      return time / time(reference, referenceRuns);
    }
  }

  private long deadline(double share) {
    double seconds = settings.seconds() / settings.builds();
    return passed() + (long) (seconds * share * NANOS_PER_SECOND);
  }

  private long passed() {
    return clock.passing().getAsLong();
  }

  /** Returns the mean nanoseconds of runs; 1 if the clock is too coarse for them. */
  private double time(Runnable network, int runs) {
    long begin = clock.computing().getAsLong();
    for (int i = 0; i < runs; i++) {
      network.run();
    }
    return Math.max(1, (clock.computing().getAsLong() - begin) / (double) runs);
  }

  /** Returns the runs in a turn of a network, of which the other takes so many times as long. */
  private static int repeats(double times) {
    return times >= 1 ? (int) Math.min(MOST_REPEATS, times) : 1;
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The measurement was interrupted.");
    }
  }
}
