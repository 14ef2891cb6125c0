package org.espalier.nas.controller.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.junit.jupiter.api.Test;

/** The expected densities are those of SciPy 1.17, {@code truncnorm} and {@code norm}. */
final class TruncatedGaussianTest {
  private static final Decision RATE = new Decision("rate", new RealRange(1e-4, 1, Scale.LOG));
  private static final Decision LAYERS =
      new Decision("layers", new IntegerRange(1, 10, 1, Scale.LINEAR));
  private static final Decision WIDTH =
      new Decision("width", Categorical.ordered(List.of("8", "16", "32", "64")));

  private static NumericAxis axis(Decision decision) {
    return (NumericAxis) DensityAxis.of(decision);
  }

  private static double logDensity(
      TruncatedGaussian gaussian, Decision all, Decision asked, Choice choice) {
    return gaussian.logDensity(axis(all).answer(0, asked, choice));
  }

  @Test
  void aRealNumberHasADensityOnItsScale() {
    TruncatedGaussian gaussian = new TruncatedGaussian(axis(RATE), Math.log(1e-3), 1);

    assertThat(logDensity(gaussian, RATE, RATE, new Choice.Real("rate", 0.01)))
        .isCloseTo(-3.559179360121357, within(1e-12));
  }

  @Test
  void aNarrowedDomainCutsTheDensityOffAtItsEnds() {
    TruncatedGaussian gaussian = new TruncatedGaussian(axis(RATE), Math.log(1e-3), 1);
    Decision narrowed = new Decision("rate", new RealRange(1e-2, 1, Scale.LOG));

    assertThat(logDensity(gaussian, RATE, narrowed, new Choice.Real("rate", 0.1)))
        .isCloseTo(-6.980642586349118, within(1e-10));
  }

  @Test
  void aWholeNumberHasTheProbabilityOfAllThatRoundsToIt() {
    TruncatedGaussian gaussian = new TruncatedGaussian(axis(LAYERS), 3, 2);

    assertThat(logDensity(gaussian, LAYERS, LAYERS, new Choice.Whole("layers", 4)))
        .isCloseTo(-1.6331211615587786, within(1e-12));
  }

  @Test
  void theProbabilitiesOfAllAnswersAreOne() {
    TruncatedGaussian gaussian = new TruncatedGaussian(axis(WIDTH), 2, 0.8);
    double sum =
        IntStream.range(0, 4)
            .mapToDouble(i -> Math.exp(logDensity(gaussian, WIDTH, WIDTH, WIDTH.choose(i))))
            .sum();

    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  /** 20,000 draws: each share within 6 standard deviations (6 × 0.0035) of its probability. */
  @Test
  void drawsAnswersAsOftenAsTheirProbabilitySays() {
    TruncatedGaussian gaussian = new TruncatedGaussian(axis(LAYERS), 3, 2);
    RandomGenerator random = new SplittableRandom(1);
    int[] counts = new int[11];
    for (int i = 0; i < 20_000; i++) {
      counts[(int) ((Choice.Whole) gaussian.draw(LAYERS, random)).value()]++;
    }

    for (long value = 1; value <= 10; value++) {
      double expected =
          Math.exp(logDensity(gaussian, LAYERS, LAYERS, new Choice.Whole("layers", value)));
      assertThat(counts[(int) value] / 20_000.0).isCloseTo(expected, within(0.0212));
    }
  }

  @Test
  void drawsOnlyWhatIsAskedHoweverFarTheMean() {
    TruncatedGaussian gaussian = new TruncatedGaussian(axis(LAYERS), 1, 0.01);
    Decision narrowed = new Decision("layers", new IntegerRange(7, 10, 3, Scale.LINEAR));
    RandomGenerator random = new SplittableRandom(1);

    for (int i = 0; i < 100; i++) {
      Choice drawn = gaussian.draw(narrowed, random);
      assertThat(narrowed.admits(drawn)).isTrue();
      assertThat(logDensity(gaussian, LAYERS, narrowed, drawn)).isFinite();
    }
  }

  @Test
  void maskedOptionsOfAnOrderAreNotDrawn() {
    TruncatedGaussian gaussian = new TruncatedGaussian(axis(WIDTH), 1, 1);
    Decision masked = new Decision("width", ((Categorical) WIDTH.domain()).allowing(List.of(0, 3)));
    RandomGenerator random = new SplittableRandom(1);

    for (int i = 0; i < 100; i++) {
      assertThat(masked.admits(gaussian.draw(masked, random))).isTrue();
    }
  }

  /** Φ(9) − Φ(8) where Φ has rounded to 1. */
  @Test
  void massInTheUpperTailIsExact() {
    assertThat(Normal.mass(8, 9)).isCloseTo(6.219831985865787e-16, within(1e-27));
    assertThat(Normal.quantileWithin(8, 9, 0.5)).isBetween(8.0, 8.2);
  }
}
