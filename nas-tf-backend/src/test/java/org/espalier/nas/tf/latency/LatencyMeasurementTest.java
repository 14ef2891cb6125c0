package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LatencyMeasurementTest {
  private static final long MILLISECOND = 1_000_000;

  private long now = Long.MAX_VALUE - 1;
  private long waited;
  private int candidateRuns;
  private int referenceRuns;
  private final StringBuilder order = new StringBuilder();

  private static LatencySettings settings(int warmups, int pairs, double tolerance) {
    return new LatencySettings(
        null, 1, warmups, pairs, tolerance, 3, null, null, List.of(), 60, null);
  }

  /** Measures networks whose n-th runs take the given nanoseconds. */
  private PairedRatio ratio(
      LatencySettings settings, IntToLongFunction candidate, IntToLongFunction reference)
      throws InterruptedException {
    return new LatencyMeasurement(settings, new LatencyClock(() -> now, () -> now + waited))
        .ratio(
            () -> {
              order.append('c');
              now += candidate.applyAsLong(candidateRuns++);
            },
            () -> {
              order.append('r');
              now += reference.applyAsLong(referenceRuns++);
            });
  }

  @Test
  void theRatioIsThatOfTheTimesAndTheNetworksRunInTurn() throws InterruptedException {
    PairedRatio measured = ratio(settings(2, 10, 0.05), run -> 3000, run -> 2000);

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
    assertThat(order.toString()).isEqualTo("cr".repeat(12));
  }

  @Test
  void whatSlowsDownBothNetworksDoesNotMatter() throws InterruptedException {
    PairedRatio measured =
        ratio(settings(0, 20, 0.05), run -> 3000L * (1 + run), run -> 2000L * (1 + run));

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
  }

  @Test
  void theFasterNetworkRunsSeveralTimesInItsTurn() throws InterruptedException {
    PairedRatio measured = ratio(settings(2, 10, 0.05), run -> 1000, run -> 3500);

    assertThat(measured).isEqualTo(new PairedRatio(1 / 3.5, 0, 1));
    assertThat(order.toString()).isEqualTo("cr".repeat(2) + "cccr".repeat(10));
  }

  @Test
  void warmUpsAndSingleInterruptionsDoNotMatter() throws InterruptedException {
    PairedRatio measured =
        ratio(
            settings(5, 20, 0.05), run -> run < 5 || run % 7 == 0 ? 9_000_000 : 3000, run -> 2000);

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
  }

  @Test
  void pairsAreAddedWhileTheSpreadIsWideAndAllCount() throws InterruptedException {
    // Of 30 ratios 15 are 2, and 5 each 2.1, 2.3 and 2.5; the interval is from the 10th to the
    // 21st.
    long[] steps = {500, 100, 300};
    PairedRatio measured =
        ratio(settings(0, 10, 0.01), run -> 2000 + steps[run / 10] * (run % 2), run -> 1000);

    assertThat(measured.measurements()).isEqualTo(3);
    assertThat(measured.ratio()).isCloseTo(2.05, Offset.offset(1e-12));
    assertThat(measured.spread()).isCloseTo(0.15 / 2.05, Offset.offset(1e-12));
    assertThat(candidateRuns).isEqualTo(30);
  }

  @Test
  void aSmallSpreadEndsTheMeasurement() throws InterruptedException {
    PairedRatio measured =
        ratio(settings(0, 10, 0.05), run -> 2000 + (run < 10 ? 500L : 0) * (run % 2), run -> 1000);

    assertThat(measured).isEqualTo(new PairedRatio(2, 0, 2));
  }

  @Test
  void slowNetworksRunFewerTimes() throws InterruptedException {
    // 4 of 60 warm-ups of 200 ms in a quarter of 3 seconds, 10 of 150 pairs of 300 ms in 3 seconds.
    ratio(settings(60, 150, 0.05), run -> 150 * MILLISECOND, run -> 50 * MILLISECOND);
    assertThat(candidateRuns).isEqualTo(4 + 10);
    assertThat(referenceRuns).isEqualTo(4 + 30);
  }

  @Test
  void theTimeInWhichTheThreadWaitsEndsTheMeasurementButDoesNotCount() throws InterruptedException {
    PairedRatio measured =
        ratio(
            settings(0, 150, 0.05),
            run -> {
              waited += 400 * MILLISECOND;
              return 3000;
            },
            run -> 2000);

    assertThat(measured).isEqualTo(new PairedRatio(1.5, 0, 1));
    assertThat(candidateRuns).isEqualTo(8);
  }

  @Test
  void theSlowestNetworksStillRunSixPairs() throws InterruptedException {
    ratio(settings(60, 150, 0.05), run -> 100_000 * MILLISECOND, run -> MILLISECOND);

    assertThat(candidateRuns).isEqualTo(1 + LatencyMeasurement.FEWEST_PAIRS);
  }

  @Test
  void aTimeBelowTheClocksResolutionIsPositive() throws InterruptedException {
    assertThat(ratio(settings(0, 6, 0.05), run -> 0, run -> 0)).isEqualTo(new PairedRatio(1, 0, 1));
  }

  @Test
  void theTimeOfANetworkIsTheMedianInMilliseconds() throws InterruptedException {
    LatencyMeasurement measurement =
        new LatencyMeasurement(settings(1, 7, 0.05), new LatencyClock(() -> now, () -> now));

    double milliseconds =
        measurement.milliseconds(() -> now += MILLISECOND / 2 * (1 + candidateRuns++));

    // Runs 1 to 7 take 1 to 4 ms.
    assertThat(milliseconds).isEqualTo(2.5);
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

    assertThatThrownBy(() -> ratio(settings(0, 6, 0.05), run -> 1, run -> 1))
        .isInstanceOf(InterruptedException.class);
    assertThat(candidateRuns).isZero();
  }
}
