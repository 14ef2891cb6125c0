package org.espalier.nas.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentIndexTest {
  private static final NasPlugin SECOND_RANDOM =
      registry ->
          registry.component(
              ComponentKind.STOPPING, "random", RandomStopping.class, NoSettings.class);
  private static final ComponentIndex INDEX =
      new ComponentIndex(Catalogue.of(List.of(new ToyPlugin(), SECOND_RANDOM)));

  /** Never made. */
  private static final class RandomStopping implements StoppingRule {
    @Inject
    RandomStopping() {}

    @Override
    public Optional<String> reasonToStop(
        Trial trial, List<Measurement> measured, List<TrialResult> known) {
      throw new IllegalStateException();
    }
  }

  @Test
  void anIdAloneWillDoWhereItIsTheOnlyOne() {
    assertThat(INDEX.find("reinforce").kind()).isEqualTo(ComponentKind.CONTROLLER);
  }

  @Test
  void anIdOfTwoKindsNamesBoth() {
    assertThatThrownBy(() -> INDEX.find("random"))
        .isInstanceOf(NoSuchComponentException.class)
        .hasMessage(
            "2 components are named random; specify one: controller/random or stopping/random.");
    assertThat(INDEX.find("stopping/random").kind()).isEqualTo(ComponentKind.STOPPING);
  }

  @Test
  void anUnknownIdNamesTheNearest() {
    assertThatThrownBy(() -> INDEX.find("controller/rienforce"))
        .hasMessage(
            "There is no component controller/rienforce. Did you mean reinforce? The command"
                + " \"nas plugins\" lists all.");
  }

  @Test
  void kindsAreSpeltAsInExperimentFiles() {
    assertThat(INDEX.ofKind("searchSpace"))
        .extracting(RegisteredComponent::type)
        .containsExactly("grid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search-space", "searchspace"})
  void anotherSpellingNamesTheRightOne(String typed) {
    assertThatThrownBy(() -> INDEX.ofKind(typed)).hasMessageEndingWith("Did you mean searchSpace?");
  }

  @Test
  void anUnknownKindNamesThoseThereAre() {
    assertThatThrownBy(() -> INDEX.ofKind("contoller"))
        .hasMessage(
            "There is no kind contoller; known kinds are dataset, searchSpace, controller, evaluator,"
                + " reward, objectives, scalarisation, stopping, callbacks. Did you mean controller?");
  }
}
