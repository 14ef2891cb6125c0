package org.espalier.nas.controller.bohb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.bohb.KernelModelSettings.Bandwidth;
import org.espalier.nas.problem.VectorSpace;
import org.junit.jupiter.api.Test;

/**
 * Test of the sampler on a line, where uniform draws have a mean distance of at least 0.25 from any
 * place.
 */
final class KernelDensitySamplerTest {
  private static final SearchSpace LINE =
      new VectorSpace(List.of(new Decision("x", new RealRange(0, 1, Scale.LINEAR))));

  private final RandomGenerator random = new SplittableRandom(1);
  private int told;

  private static KernelDensitySampler sampler(double randomFraction) {
    return new KernelDensitySampler(
        LINE,
        new KernelModelSettings(
            randomFraction,
            randomFraction,
            10,
            0.15,
            64,
            0,
            1,
            Bandwidth.NEIGHBOURS,
            Bandwidth.SCOTT,
            1,
            1e-3));
  }

  private void tell(KernelDensitySampler sampler, int epochs, int results, double best) {
    for (int i = 0; i < results; i++) {
      double x = random.nextDouble();
      Architecture architecture = new Architecture(List.of(new Choice.Real("x", x)));
      told++;
      sampler.tell(result(told, architecture, epochs, -Math.abs(x - best)));
    }
  }

  private static TrialResult result(
      int number, Architecture architecture, int epochs, double reward) {
    Proposal proposal = Proposal.of(architecture, Fidelity.epochs(epochs));
    return new TrialResult(
        new Trial(number, proposal, number, number - 1),
        Outcome.Failed.of(FailureCause.DIVERGED, "only the reward matters here"),
        reward);
  }

  private double meanDistance(KernelDensitySampler sampler, double place) {
    return IntStream.range(0, 100)
        .mapToDouble(i -> ((Choice.Real) sampler.draw(random).choices().get(0)).value())
        .map(x -> Math.abs(x - place))
        .average()
        .orElseThrow();
  }

  @Test
  void drawsNearWhatIsGood() {
    KernelDensitySampler sampler = sampler(0);
    tell(sampler, 1, 60, 0.9);

    assertThat(meanDistance(sampler, 0.9)).isLessThan(0.15);
  }

  @Test
  void believesTheMostEpochsOfWhichThereAreEnough() {
    KernelDensitySampler sampler = sampler(0);
    tell(sampler, 1, 60, 0.1);
    tell(sampler, 9, 3, 0.9);
    assertThat(meanDistance(sampler, 0.1)).isLessThan(0.15);

    tell(sampler, 9, 40, 0.9);
    assertThat(meanDistance(sampler, 0.9)).isLessThan(0.15);
  }

  @Test
  void drawsUniformlyWhatIsLeftToChance() {
    KernelDensitySampler sampler = sampler(1);
    tell(sampler, 1, 60, 0.9);

    assertThat(meanDistance(sampler, 0.9)).isGreaterThan(0.3);
  }

  @Test
  void lessIsLeftToChanceTheMoreResultsThereAre() {
    KernelModelSettings settings =
        new KernelModelSettings(
            0.4, 0.1, 10, 0.15, 64, 0, 1, Bandwidth.NEIGHBOURS, Bandwidth.SCOTT, 1, 1e-3);

    assertThat(settings.random(0)).isEqualTo(0.4);
    assertThat(settings.random(10)).isEqualTo(0.4);
    assertThat(settings.random(20)).isEqualTo(0.2);
    assertThat(settings.random(1000)).isEqualTo(0.1);
  }

  @Test
  void drawsUniformlyBeforeThereIsEnough() {
    KernelDensitySampler sampler = sampler(0);
    tell(sampler, 1, 3, 0.9);

    assertThat(meanDistance(sampler, 0.9)).isGreaterThan(0.3);
  }

  /** Narrow kernels leave holes between the others, which look promising wherever they are. */
  @Test
  void wideKernelsOfTheOthersKeepItNearWhatIsGood() {
    double wide = meanDistanceInSpace(Bandwidth.SCOTT);
    double narrow = meanDistanceInSpace(Bandwidth.NEIGHBOURS);

    assertThat(wide).isLessThan(0.9 * narrow);
  }

  /**
   * Returns the mean distance from the middle of four dimensions, in which 200 results were told.
   */
  private static double meanDistanceInSpace(Bandwidth others) {
    SearchSpace space =
        new VectorSpace(
            IntStream.range(0, 4)
                .mapToObj(i -> new Decision("x" + i, new RealRange(0, 1, Scale.LINEAR)))
                .toList());
    KernelDensitySampler sampler =
        new KernelDensitySampler(
            space,
            new KernelModelSettings(
                0, 0, 10, 0.15, 64, 0, 1, Bandwidth.NEIGHBOURS, others, 1, 1e-3));
    RandomGenerator random = new SplittableRandom(1);
    for (int trial = 1; trial <= 200; trial++) {
      Architecture architecture = space.sample(random);
      sampler.tell(result(trial, architecture, 1, -distance(architecture)));
    }
    return IntStream.range(0, 200)
        .mapToDouble(i -> distance(sampler.draw(random)))
        .average()
        .orElseThrow();
  }

  private static double distance(Architecture architecture) {
    return Math.sqrt(
        architecture.choices().stream()
            .mapToDouble(choice -> ((Choice.Real) choice).value() - 0.5)
            .map(off -> off * off)
            .sum());
  }
}
