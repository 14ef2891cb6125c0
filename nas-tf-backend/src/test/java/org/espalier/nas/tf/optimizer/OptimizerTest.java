package org.espalier.nas.tf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.tf.graph.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
  private static final int STEPS = 12;

  static Stream<OptimizerSettings> settings() {
    Schedule decay = new Schedule(Schedule.Type.TIME_DECAY, 0.1, 1000, 0);
    Schedule cosine = new Schedule(Schedule.Type.COSINE, 0, 7, 0.2);
    Schedule exponential = new Schedule(Schedule.Type.EXPONENTIAL, 0.5, 3, 0);
    List<OptimizerSettings> all = new ArrayList<>();
    for (OptimizerSettings.Type type : OptimizerSettings.Type.values()) {
      for (Schedule schedule : List.of(Schedule.constant(), decay, cosine, exponential)) {
        all.add(of(type, schedule, 0, false, 0, 0));
      }
    }
    all.add(of(OptimizerSettings.Type.SGD, decay, 0.9, false, 0, 0));
    all.add(of(OptimizerSettings.Type.SGD, decay, 0.9, true, 0, 0));
    all.add(of(OptimizerSettings.Type.RMSPROP, decay, 0.8, false, 0, 0));
    all.add(of(OptimizerSettings.Type.FTRL, decay, 0, false, 0.5, 0.25));
    return all.stream();
  }

  private static OptimizerSettings of(
      OptimizerSettings.Type type,
      Schedule schedule,
      double momentum,
      boolean nesterov,
      double l1,
      double l2) {
    return new OptimizerSettings(
        type, 0.05, schedule, momentum, nesterov, 0.8, 0.95, 0.85, 1e-4, 0.03, 0.2, l1, l2, 0);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void takesTheStepsOfTheFormula(OptimizerSettings settings) {
    List<Reference[]> references = new ArrayList<>();
    for (float[] initial : OptimizerFixture.INITIAL) {
      Reference[] row = new Reference[initial.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = new Reference(settings, initial[i]);
      }
      references.add(row);
    }
    try (OptimizerFixture fixture = new OptimizerFixture(settings)) {
      for (int step = 0; step < STEPS; step++) {
        List<float[]> gradients = OptimizerFixture.gradients(step);
        float rate = fixture.train(gradients);
        assertThat((double) rate)
            .isCloseTo(settings.learningRate() * settings.schedule().factor(step), within(1e-8));
        List<float[]> weights = fixture.weights();
        for (int v = 0; v < weights.size(); v++) {
          for (int i = 0; i < weights.get(v).length; i++) {
            assertThat((double) weights.get(v)[i])
                .as("step %d of %s", step, settings.type())
                .isCloseTo(references.get(v)[i].step(gradients.get(v)[i]), within(2e-6));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OptimizerSettings.Type.class)
  void goesOnExactlyFromASavedState(OptimizerSettings.Type type) {
    OptimizerSettings settings =
        of(type, new Schedule(Schedule.Type.EXPONENTIAL, 0.5, 3, 0), 0.9, true, 0.01, 0.01);
    try (OptimizerFixture whole = new OptimizerFixture(settings);
        OptimizerFixture resumed = new OptimizerFixture(settings)) {
      for (int step = 0; step < 4; step++) {
        whole.train(OptimizerFixture.gradients(step));
      }
      byte[] state = Checkpoint.save(whole.graph.session(), whole.step.state());
      Checkpoint.write(resumed.graph.session(), resumed.variables, whole.weights());
      Checkpoint.restore(resumed.graph.session(), resumed.step.state(), state);
      for (int step = 4; step < 8; step++) {
        assertThat(resumed.train(OptimizerFixture.gradients(step)))
            .isEqualTo(whole.train(OptimizerFixture.gradients(step)));
      }
      assertThat(resumed.weights()).containsExactlyElementsOf(whole.weights());
    }
  }

  @Test
  void scalesTheGradientsDownToTheirGlobalNorm() {
    OptimizerSettings settings = OptimizerSettings.of(OptimizerSettings.Type.SGD, 1).clippedTo(2);
    List<float[]> gradients = List.of(new float[] {3, 0, 0, 4}, new float[] {0, 12, 0});
    double scale = 2 / 13.0;
    try (OptimizerFixture fixture = new OptimizerFixture(settings)) {
      fixture.train(gradients);
      List<float[]> weights = fixture.weights();
      for (int v = 0; v < weights.size(); v++) {
        for (int i = 0; i < weights.get(v).length; i++) {
          double expected = OptimizerFixture.INITIAL.get(v)[i] - scale * gradients.get(v)[i];
          assertThat((double) weights.get(v)[i]).isCloseTo(expected, within(1e-6));
        }
      }
    }
  }

  @Test
  void leavesGradientsBelowTheLimitAsTheyAre() {
    OptimizerSettings free = OptimizerSettings.of(OptimizerSettings.Type.SGD, 0.5);
    try (OptimizerFixture clipped = new OptimizerFixture(free.clippedTo(100));
        OptimizerFixture plain = new OptimizerFixture(free)) {
      clipped.train(OptimizerFixture.gradients(0));
      plain.train(OptimizerFixture.gradients(0));
      assertThat(clipped.weights()).containsExactlyElementsOf(plain.weights());
    }
  }
}
