package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatencyMeasurementTest {
  private static final long MILLISECOND = 1_000_000;

  private long now = Long.MAX_VALUE - 1;
  private long waited;
  private int candidateRuns;
  private int referenceRuns;
  private int open;
  private final StringBuilder order = new StringBuilder();

  private static LatencySettings settings(int builds, int warmups, int pairs) {
    return settings(builds, warmups, pairs, 0.05);
  }

  private static LatencySettings settings(int builds, int warmups, int pairs, double tolerance) {
    return new LatencySettings(
        null, 1, builds, warmups, pairs, tolerance, 3, null, null, List.of(), 60, null);
  }

  private LatencyMeasurement measurement(LatencySettings settings) {
    return new LatencyMeasurement(settings, new LatencyClock(() -> now, () -> now + waited));
  }

  /** Measures networks whose n-th runs take the given nanoseconds. */
  private PairedRatio ratio(
      LatencySettings settings, IntToLongFunction candidate, IntToLongFunction reference)
      throws InterruptedException {
    return measurement(settings)
        .ratio(
            () -> network('C', 'c', () -> candidate.applyAsLong(candidateRuns++)),
            () -> network('R', 'r', () -> reference.applyAsLong(referenceRuns++)));
  }

  private Timed network(char build, char run, LongSupplier time) {
    order.append(build);
    open++;
    return new Timed() {
      @Override
      public void run() {
        order.append(run);
        now += time.getAsLong();
      }

      @Override
      public void close() {
        open--;
      }
    };
  }

  @AfterEach
  void everyNetworkIsClosed() {
    assertThat(open).isZero();
  }

  @Test
  void theRatioIsThatOfTheTimesAndTheNetworksRunInTurn() throws InterruptedException {
    PairedRatio measured = ratio(settings(2, 2, 10), run -> 3000, run -> 2000);

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
    assertThat(order.toString()).isEqualTo(("CR" + "cr".repeat(12)).repeat(2));
  }

  @Test
  void whatSlowsDownBothNetworksDoesNotMatter() throws InterruptedException {
    PairedRatio measured =
        ratio(settings(2, 0, 20), run -> 3000L * (1 + run), run -> 2000L * (1 + run));

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
  }

  @Test
  void theFasterNetworkRunsSeveralTimesInItsTurn() throws InterruptedException {
    PairedRatio measured = ratio(settings(2, 2, 10), run -> 1000, run -> 3500);

    assertThat(measured).isEqualTo(new PairedRatio(1 / 3.5, 0, 1));
    assertThat(order.toString()).isEqualTo(("CR" + "cr".repeat(2) + "cccr".repeat(10)).repeat(2));
  }

  @Test
  void warmUpsAndSingleInterruptionsDoNotMatter() throws InterruptedException {
    PairedRatio measured =
        ratio(
            settings(2, 5, 20),
            run -> run % 25 < 5 || run % 7 == 0 ? 9_000_000 : 3000,
            run -> 2000);

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
  }

  @Test
  void aSlowBuildDoesNotMatter() throws InterruptedException {
    PairedRatio measured = ratio(settings(9, 0, 10), run -> run < 10 ? 9000 : 3000, run -> 2000);

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
  }

  @Test
  void buildsAreAddedWhileTheyDifferAndAllCount() throws InterruptedException {
    // Of 30 builds 15 have the ratio 2, and 5 each 2.5, 2.1 and 2.3; the interval is from the 10th
    // to the 21st.
    long[] steps = {500, 100, 300};
    PairedRatio measured =
        ratio(settings(10, 0, 3, 0.01), run -> 2000 + steps[run / 30] * (run / 3 % 2), run -> 1000);

    assertThat(measured.measurements()).isEqualTo(3);
    assertThat(measured.ratio()).isCloseTo(2.05, Offset.offset(1e-12));
    assertThat(measured.spread()).isCloseTo(0.15 / 2.05, Offset.offset(1e-12));
    assertThat(candidateRuns).isEqualTo(90);
  }

  @Test
  void buildsThatAgreeEndTheMeasurement() throws InterruptedException {
    PairedRatio measured =
        ratio(settings(10, 0, 3), run -> 2000 + (run < 30 ? 500L : 0) * (run / 3 % 2), run -> 1000);

    assertThat(measured).isEqualTo(new PairedRatio(2, 0, 2));
  }

  @Test
  void slowNetworksRunFewerTimes() throws InterruptedException {
    // In each of two builds, 2 of 60 warm-ups of 200 ms in a quarter of 1.5 seconds, and 5 of 150
    // pairs of 300 ms in 1.5 seconds.
    ratio(settings(2, 60, 150), run -> 150 * MILLISECOND, run -> 50 * MILLISECOND);
    assertThat(candidateRuns).isEqualTo(2 * (2 + 5));
    assertThat(referenceRuns).isEqualTo(2 * (2 + 15));
  }

  @Test
  void theTimeInWhichTheThreadWaitsEndsTheMeasurementButDoesNotCount() throws InterruptedException {
    PairedRatio measured =
        ratio(
            settings(2, 0, 150),
            run -> {
              waited += 400 * MILLISECOND;
              return 3000;
            },
            run -> 2000);

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
    assertThat(candidateRuns).isEqualTo(2 * 4);
  }

  @Test
  void theSlowestNetworksStillRunSomePairs() throws InterruptedException {
    ratio(settings(2, 60, 150), run -> 100_000 * MILLISECOND, run -> MILLISECOND);

    assertThat(candidateRuns).isEqualTo(2 * (1 + LatencyMeasurement.FEWEST_PAIRS));
  }

  @Test
  void aTimeBelowTheClocksResolutionIsPositive() throws InterruptedException {
    assertThat(ratio(settings(2, 0, 6), run -> 0, run -> 0)).isEqualTo(new PairedRatio(1, 0, 1));
  }

  @Test
  void theTimeOfANetworkIsTheMedianInMilliseconds() throws InterruptedException {
    LongSupplier time = () -> MILLISECOND / 2 * (1 + candidateRuns++ % 8);
    double milliseconds =
        measurement(settings(3, 1, 7)).milliseconds(() -> network('C', 'c', time));

    // Runs 1 to 7 of each build take 1 to 4 ms.
    assertThat(milliseconds).isEqualTo(2.5);
    assertThat(order.toString()).isEqualTo(("C" + "c".repeat(8)).repeat(3));
  }

  @Test
  void theResolutionOfAClockIsItsSmallestStep() {
    long[] ticks = {5, 5, 5, 15, 15, 18, 18, 40, 40, 50, 50, 60, 70};
    int[] read = {0};

    assertThat(LatencyClock.resolution(() -> ticks[Math.min(read[0]++, ticks.length - 1)]))
        .isEqualTo(3);
    assertThat(LatencyClock.resolution(() -> -1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anInterruptionEndsIt() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ratio(settings(2, 0, 6), run -> 1, run -> 1))
        .isInstanceOf(InterruptedException.class);
    assertThat(candidateRuns).isZero();
  }
}
