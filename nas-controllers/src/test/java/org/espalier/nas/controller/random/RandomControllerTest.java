package org.espalier.nas.controller.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.controller.TokenSpace;
import org.espalier.nas.controller.Trials;
import org.espalier.nas.controller.random.RandomSettings.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RandomControllerTest {
  private static final SearchSpace SPACE = new TokenSpace(6, 3);

  private static RandomController controller(SearchSpace space, RandomSettings settings, int seed) {
    return new RandomController(settings, space, new RandomStreams(seed), Fidelity.epochs(1));
  }

  private static RandomSettings settings(Sampling sampling) {
    return new RandomSettings(sampling, false, 10, 5);
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void proposesEveryArchitectureOnceAndEnds(Sampling sampling) {
    RandomController controller = controller(SPACE, settings(sampling), 1);

    List<Architecture> proposed = new Trials(a -> 0).run(controller, 1_000).architectures();

    assertThat(proposed).hasSize(6 + 6 * 6).doesNotHaveDuplicates().allMatch(SPACE::contains);
    assertThat(controller.ask(1)).isEmpty();
  }

  @Test
  void repeatsWhereThatIsWanted() {
    RandomSettings repeating = new RandomSettings(Sampling.DECISIONS, true, 10, 5);

    List<Architecture> proposed =
        new Trials(a -> 0).run(controller(SPACE, repeating, 1), 1_000).architectures();

    assertThat(proposed).hasSize(1_000);
  }

  @Test
  void continuesAfterRestoreAtEveryStepAsIfNothingHadHappened() {
    RandomSettings settings = settings(Sampling.DECISIONS);
    List<Proposal> uninterrupted =
        new Trials(a -> 0).run(controller(SPACE, settings, 7), 100).proposals();

    List<Proposal> interrupted = new ArrayList<>();
    RandomController controller = controller(SPACE, settings, 7);
    for (List<Proposal> asked = controller.ask(1); !asked.isEmpty(); asked = controller.ask(1)) {
      interrupted.addAll(asked);
      RandomController restored = controller(SPACE, settings, 7);
      restored.restore(controller.snapshot());
      controller = restored;
    }

    assertThat(interrupted).isEqualTo(uninterrupted);
  }

  @Test
  void drawsDifferentlyUnderAnotherSeed() {
    RandomSettings settings = settings(Sampling.DECISIONS);
    assertThat(controller(SPACE, settings, 1).ask(20))
        .isNotEqualTo(controller(SPACE, settings, 2).ask(20));
  }

  /**
   * Uniform over 42 architectures, 4,200 draws: each count lies within 6 standard deviations (6 ×
   * 9.88) of 100; a false alarm has a probability below 42 × 1e-7.
   */
  @Test
  void drawsArchitecturesUniformlyIfAsked() {
    RandomSettings repeating = new RandomSettings(Sampling.ARCHITECTURES, true, 10, 5);
    Map<Architecture, Integer> counts = new HashMap<>();

    controller(SPACE, repeating, 3)
        .ask(4_200)
        .forEach(proposal -> counts.merge(proposal.architecture(), 1, Integer::sum));

    assertThat(counts).hasSize(42);
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 100) < 60);
  }

  @Test
  void neverEndsInAnUncountableSpace() {
    RandomController controller = controller(new RealSpace(), settings(Sampling.DECISIONS), 1);

    assertThat(controller.ask(50)).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void refusesUniformArchitecturesOfAnUncountableSpace() {
    assertThatThrownBy(() -> controller(new RealSpace(), settings(Sampling.ARCHITECTURES), 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "sampling (architectures) needs a finite space, but \"rate\" is a real range; use"
                + " decisions.");
  }

  @Test
  void refusesWhatIsNotItsSnapshot() {
    RandomController controller = controller(SPACE, settings(Sampling.DECISIONS), 1);
    assertThatThrownBy(() -> controller.restore(new byte[] {1, 2, 3}))
        .isInstanceOf(NasException.class)
        .hasMessage("The snapshot (3 bytes) is not one of \"random/1\".");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new RandomSettings(Sampling.DECISIONS, false, 0, 5))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("batch (0) must be positive.");
  }

  /** A space of one real number. */
  private record RealSpace() implements SearchSpace {
    @Override
    public List<Decision> decisions() {
      return List.of(new Decision("rate", new RealRange(1e-4, 1, Scale.LOG)));
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return made.size() == 0 ? Optional.of(decisions().get(0)) : Optional.empty();
    }
  }
}
