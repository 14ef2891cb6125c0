package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Hypervolume;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ReferenceScale;
import org.junit.jupiter.api.Test;

class ReferenceScaleTest {
  private static final Objective ACCURACY =
      Objective.of("accuracy", Direction.MAXIMIZE).withReference(0.1);
  private static final Objective SIZE =
      Objective.of("size", Direction.MINIMIZE).withReference(200.0);

  @Test
  void theHypervolumeIsTheShareOfTheCostTimesTheGainAboveTheReference() {
    ReferenceScale scale = new ReferenceScale(List.of(ACCURACY, SIZE));

    double hypervolume =
        Hypervolume.of(List.of(scale.losses(List.of(0.9, 50.0))), scale.reference());

    assertThat(hypervolume).isCloseTo((0.9 - 0.1) * (1 - 50.0 / 200), within(1e-12));
  }

  @Test
  void whatIsWorseThanAReferenceDoesNotCount() {
    ReferenceScale scale = new ReferenceScale(List.of(ACCURACY, SIZE));

    assertThat(Hypervolume.of(List.of(scale.losses(List.of(0.9, 201.0))), scale.reference()))
        .isZero();
    assertThat(Hypervolume.of(List.of(scale.losses(List.of(0.09, 1.0))), scale.reference()))
        .isZero();
  }

  @Test
  void anObjectiveWithoutAReferenceIsNamed() {
    assertThatThrownBy(() -> new ReferenceScale(List.of(ACCURACY, SIZE.withReference(null))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("size needs a reference");
    assertThat(ReferenceScale.applies(List.of(ACCURACY, SIZE))).isTrue();
    assertThat(ReferenceScale.applies(List.of(ACCURACY, SIZE.withReference(null)))).isFalse();
  }
}
