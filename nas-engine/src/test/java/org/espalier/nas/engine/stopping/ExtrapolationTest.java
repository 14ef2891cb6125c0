package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtrapolationTest {

  private static final int EPOCHS = 30;

  private static Extrapolation after(int measured, IntToDoubleFunction curve) {
    return new Extrapolation(
        new CurveShapes(EPOCHS),
        IntStream.rangeClosed(1, measured).asDoubleStream().toArray(),
        IntStream.rangeClosed(1, measured).mapToDouble(curve).toArray(),
        EPOCHS);
  }

  /**
   * Curves whose shapes lie on the grid or between its points; each ends near 0.8. A curve that has
   * levelled off may still be thought to rise a little: that is the cautious side.
   */
  @Test
  void findsTheEndOfCurvesThatAreKnown() {
    assertEnd(epoch -> 0.8 - 0.5 * Math.pow(epoch, -1), 0.8 - 0.5 / 30);
    assertEnd(epoch -> 0.8 - 0.5 * Math.pow(epoch + 2, -1.5), 0.8 - 0.5 * Math.pow(32, -1.5));
    assertEnd(epoch -> 0.8 - 0.3 / Math.log(epoch + 1), 0.8 - 0.3 / Math.log(31));
    assertEnd(epoch -> 0.8 - 0.5 * Math.exp(-epoch / 3.0), 0.8);
    assertEnd(
        epoch -> 0.8 - 0.5 / (1 + Math.pow(epoch / 3.0, 1.3)), 0.8 - 0.5 / (1 + Math.pow(10, 1.3)));
    assertEnd(epoch -> 0.8 - 0.5 * Math.exp(-Math.pow(epoch / 3.0, 0.8)), 0.8);
  }

  private static void assertEnd(IntToDoubleFunction curve, double end) {
    Extrapolation found = after(12, curve);
    assertThat(found.mean()).isCloseTo(end, within(0.06));
    assertThat(found.probabilityAbove(end - 0.05)).isGreaterThan(0.97);
    assertThat(found.probabilityAbove(end + 0.15)).isLessThan(0.05);
  }

  @Test
  void whatIsFarAwayIsLessCertain() {
    IntToDoubleFunction curve = epoch -> 0.8 - 0.5 * Math.exp(-epoch / 4.0);

    assertThat(after(5, curve).probabilityAbove(0.9))
        .isGreaterThan(after(10, curve).probabilityAbove(0.9))
        .isGreaterThan(0.01);
  }

  /** Accuracies and percentages, and scores of whatever origin, are judged alike. */
  @ParameterizedTest
  @CsvSource({"100, 0", "1, -7", "0.001, 5"})
  void unitsDoNotMatter(double unit, double origin) {
    SplittableRandom random = new SplittableRandom(5);
    double[] noise = random.doubles(8, -0.02, 0.02).toArray();
    IntToDoubleFunction curve = epoch -> 0.7 - 0.4 / epoch + noise[epoch - 1];

    assertThat(
            after(8, epoch -> origin + unit * curve.applyAsDouble(epoch))
                .probabilityAbove(origin + unit * 0.7))
        .isCloseTo(after(8, curve).probabilityAbove(0.7), within(1e-6));
  }

  @Test
  void higherIsLessProbable() {
    Extrapolation after = after(6, epoch -> 0.7 - 0.4 / epoch);

    double last = 1;
    for (double score = -1; score <= 2; score += 0.05) {
      double probability = after.probabilityAbove(score);
      assertThat(probability).isBetween(0.0, last);
      last = probability;
    }
  }

  /**
   * Of 2,000 noisy curves whose shape is drawn anew, none from the grid, at most 5 % + 2.5 % end
   * above what should be exceeded with probability 5 %: those that a rule would stop wrongly. Were
   * the true share 5 %, chance would exceed the bound with probability 1e-6 (normal approximation).
   * The lower bound may be too low: that costs epochs only.
   */
  @ParameterizedTest
  @CsvSource({"6, 0.005", "6, 0.02", "12, 0.005", "12, 0.02"})
  void fewCurvesEndAboveTheUpperBound(int measured, double noise) {
    SplittableRandom random = new SplittableRandom(11);
    int curves = 2000;
    int above = 0;
    for (int i = 0; i < curves; i++) {
      IntToDoubleFunction curve = SyntheticCurve.drawn(random, EPOCHS);
      Extrapolation after =
          after(measured, epoch -> curve.applyAsDouble(epoch) + noise * random.nextGaussian());
      double end = curve.applyAsDouble(EPOCHS) + noise * random.nextGaussian();
      above += after.probabilityAbove(end) < 0.05 ? 1 : 0;
    }
    assertThat(above / (double) curves).isLessThan(0.075);
  }
}
