package org.espalier.nas.tf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.tf.graph.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
  private static final int STEPS = 12;
  private static final Schedule EXPONENTIAL = new Schedule.ExponentialSchedule(0.5, 3);

  static Stream<OptimizerSettings> settings() {
    Schedule decay = new Schedule.TimeDecaySchedule(0.1);
    Schedule cosine = new Schedule.CosineSchedule(7, 0.2);
    List<OptimizerSettings> all = new ArrayList<>();
    for (Schedule schedule : List.of(Schedule.constant(), decay, cosine, EXPONENTIAL)) {
      all.addAll(Optimizers.unusual(schedule, 0, 0));
    }
    all.add(new Sgd(0.05, decay, 0.9, false, 0));
    all.addAll(Optimizers.unusual(decay, 0.8, 0.25));
    return all.stream();
  }

  static List<OptimizerSettings> resumed() {
    return Optimizers.unusual(EXPONENTIAL, 0.9, 0.01);
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
                .as("step %d of %s", step, settings)
                .isCloseTo(references.get(v)[i].step(gradients.get(v)[i]), within(2e-6));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("resumed")
  void goesOnExactlyFromASavedState(OptimizerSettings settings) {
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
    OptimizerSettings settings = clipped(1, 2);
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
    try (OptimizerFixture clipped = new OptimizerFixture(clipped(0.5, 100));
        OptimizerFixture plain = new OptimizerFixture(new Sgd(0.5))) {
      clipped.train(OptimizerFixture.gradients(0));
      plain.train(OptimizerFixture.gradients(0));
      assertThat(clipped.weights()).containsExactlyElementsOf(plain.weights());
    }
  }

  private static OptimizerSettings clipped(double learningRate, double norm) {
    return new Sgd(learningRate, Schedule.constant(), 0, false, norm);
  }
}
