package org.espalier.nas.engine.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.evaluator.HiddenArchitectureSettings.Kind;
import org.espalier.nas.engine.study.TokenSpace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HiddenArchitectureTest {

  private final SearchSpace space = TokenSpace.ofLength(4);

  private HiddenArchitecture bandit(@Nullable List<String> hidden, Kind kind, double noise) {
    return new HiddenArchitecture(
        new HiddenArchitectureSettings(hidden, kind, noise, 1, 0), space, new RandomStreams(3));
  }

  private Architecture architecture(String... letters) {
    return space.parse(List.of(letters)).orElseThrow();
  }

  private static Trial trial(Architecture architecture, long seed) {
    return new Trial(1, Proposal.of(architecture, Fidelity.epochs(3)), seed, 0);
  }

  @Test
  void gradesByTheShareOfEqualValues() {
    HiddenArchitecture graded = bandit(List.of("a", "b", "c", "d"), Kind.GRADED, 0);

    assertThat(graded.worth(architecture("a", "b", "c", "d"))).isEqualTo(1);
    assertThat(graded.worth(architecture("a", "c", "c", "e"))).isEqualTo(0.5);
    assertThat(graded.worth(architecture("b", "a", "d", "c"))).isZero();
  }

  @Test
  void paysForTheHiddenOneOnly() {
    HiddenArchitecture exact = bandit(List.of("a", "b", "c", "d"), Kind.EXACT, 0);

    assertThat(exact.worth(architecture("a", "b", "c", "d"))).isEqualTo(1);
    assertThat(exact.worth(architecture("a", "b", "c", "e"))).isZero();
  }

  @Test
  void hidesTheSameOneForTheSameSeed() {
    assertThat(bandit(null, Kind.EXACT, 0).hidden())
        .isEqualTo(bandit(null, Kind.GRADED, 1).hidden());
  }

  @Test
  void measuresAccuracyEachEpoch() throws Exception {
    HiddenArchitecture graded = bandit(List.of("a", "b", "c", "d"), Kind.GRADED, 0);
    Outcome outcome =
        graded.evaluate(trial(architecture("a", "b", "c", "a"), 1), Progress.unwatched());

    assertThat(outcome.measurements())
        .extracting(measured -> measured.metrics())
        .containsOnly(Map.of("validation.accuracy", 0.75))
        .hasSize(3);
  }

  @Test
  void noiseIsTheTrialsOwn() throws Exception {
    HiddenArchitecture noisy = bandit(null, Kind.GRADED, 0.3);
    Architecture some = architecture("a", "b", "c", "a");
    Outcome once = noisy.evaluate(trial(some, 1), Progress.unwatched());

    assertThat(noisy.evaluate(trial(some, 1), Progress.unwatched())).isEqualTo(once);
    assertThat(noisy.evaluate(trial(some, 2), Progress.unwatched())).isNotEqualTo(once);
  }

  @Test
  void knowsTheTruthBehindTheNoise() {
    HiddenArchitecture noisy = bandit(List.of("a", "b", "c", "d"), Kind.GRADED, 0.3);

    assertThat(noisy.truth(architecture("a", "b", "c", "a")))
        .isEqualTo(Map.of("validation.accuracy", 0.75));
    assertThat(noisy.optimum()).isEqualTo(noisy.truth(noisy.hidden()));
    assertThat(noisy.noise()).isEqualTo(Map.of("validation.accuracy", 0.3));
  }

  @Test
  void takesTimeOnlyWhereItSleeps() {
    assertThat(new HiddenArchitectureSettings(null, Kind.EXACT, 0, 1, 0).instant()).isTrue();
    assertThat(new HiddenArchitectureSettings(null, Kind.EXACT, 0, 1, 1).instant()).isFalse();
  }

  @Test
  void stopsWhenTold() throws Exception {
    Outcome outcome =
        bandit(null, Kind.GRADED, 0)
            .evaluate(trial(architecture("a", "b", "c", "a"), 1), measured -> Directive.STOP);

    assertThat(outcome.measurements()).hasSize(1);
    assertThat(outcome.account().cost().epochs()).isEqualTo(1);
  }

  @Test
  void checksItsSettings() {
    assertThatThrownBy(() -> bandit(List.of("a", "x"), Kind.EXACT, 0))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageMatching(
            "architecture \\(\\[a, x]\\) must be one of the search space; an example is \\[.*]\\.");
    assertThatThrownBy(() -> new HiddenArchitectureSettings(null, Kind.EXACT, -1, 1, 0))
        .hasMessage("noise (-1.0) must not be negative.");
    assertThatThrownBy(() -> new HiddenArchitectureSettings(null, Kind.EXACT, 0, 0, 0))
        .hasMessage("epochs (0) must be positive.");
    assertThatThrownBy(() -> new HiddenArchitectureSettings(null, Kind.EXACT, 0, 1, -1))
        .hasMessage("sleepMillis (-1) must not be negative.");
  }
}
