package org.espalier.nas.controller.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.VectorSpace;
import org.junit.jupiter.api.Test;

final class ParzenRuleTest {
  private static final Decision DROPOUT =
      new Decision("dropout", new RealRange(0, 1, Scale.LINEAR));
  private static final Decision OPTIMIZER =
      new Decision("optimizer", Categorical.of(List.of("sgd", "adam", "rmsprop")));
  private static final SearchSpace SPACE = new VectorSpace(List.of(DROPOUT, OPTIMIZER));

  private static ParzenRule rule(boolean magicClip, boolean ends) {
    return new ParzenRule(1, magicClip, ends, 1);
  }

  private static double[] widths(ParzenRule rule, double... values) {
    int[] sizes = new int[values.length];
    Arrays.fill(sizes, 2);
    List<Marginal> kernels = rule.kernels(DensityAxis.of(DROPOUT), values, sizes);
    return kernels.stream().mapToDouble(k -> ((TruncatedGaussian) k).deviation()).toArray();
  }

  @Test
  void aKernelReachesToTheFartherOfItsNeighbours() {
    assertThat(widths(rule(false, false), 0.7, 0.1, 0.2))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.5, 0.1, 0.5);
  }

  @Test
  void theEndsAreNeighboursWhereThatIsWishedOrThereIsNoOther() {
    assertThat(widths(rule(false, true), 0.7, 0.2))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.5, 0.5);
    assertThat(widths(rule(false, false), 0.7))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.7);
  }

  @Test
  void theMagicClipKeepsKernelsWide() {
    assertThat(widths(rule(true, false), 0.4, 0.41))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.25, 0.25);
  }

  @Test
  void aFactorWidensThem() {
    assertThat(widths(new ParzenRule(1, false, false, 3), 0.7, 0.1))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(1.8, 1.8);
  }

  /** The numbers are SciPy's: the mean of three {@code truncnorm} densities and probabilities. */
  @Test
  void theDensityIsTheMeanOfTheKernelsAndThePrior() {
    DensityAxes axes = new DensityAxes(SPACE);
    KernelDensity density = new KernelDensity(axes, rule(true, false), 1);
    List<double[]> observed =
        List.of(
            axes.coordinates(architecture(0.2, "adam")),
            axes.coordinates(architecture(0.7, "sgd")));
    List<PlacedChoice> answers = axes.walk(question -> choice(question.decision())).answers();

    assertThat(density.single(0, observed, 1, 1).logDensity(answers.subList(0, 1)))
        .isCloseTo(0.09415740477683641, within(1e-12));
    assertThat(density.joint(observed, 1, 1).logDensity(answers))
        .isCloseTo(-0.8094668206476422, within(1e-12));
  }

  private static Choice choice(Decision asked) {
    return asked.equals(DROPOUT) ? new Choice.Real("dropout", 0.4) : OPTIMIZER.choose(1);
  }

  private static Architecture architecture(double dropout, String optimizer) {
    return SPACE.parse(List.of(Double.toString(dropout), optimizer)).orElseThrow();
  }
}
