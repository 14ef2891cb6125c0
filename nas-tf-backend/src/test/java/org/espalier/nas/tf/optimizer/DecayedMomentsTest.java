package org.espalier.nas.tf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.tf.device.DenormalMode;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.types.TFloat32;

/** The states of optimizers in which gradients have vanished. */
class DecayedMomentsTest {
  private static final int STEPS = 100;
  private static final float ALMOST_DENORMAL = 1.02f * Float.MIN_NORMAL;

  static Stream<OptimizerSettings> optimizers() {
    return Stream.concat(
        Optimizers.usual(0.01).stream(), Optimizers.unusual(Schedule.constant(), 0.9, 0).stream());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void becomeZeroInsteadOfDenormal(OptimizerSettings settings) {
    assumeTrue(DenormalMode.ofProcess().flushed());
    try (OptimizerFixture fixture = new OptimizerFixture(settings)) {
      List<Variable<TFloat32>> slots = slots(fixture);
      Checkpoint.write(fixture.graph.session(), slots, filled(slots));
      for (int step = 0; step < STEPS; step++) {
        fixture.train(List.of(new float[4], new float[3]));
      }

      for (float[] values : Checkpoint.read(fixture.graph.session(), slots)) {
        assertThat(values).doesNotContain(Float.NaN);
        for (float value : values) {
          assertThat(value == 0 || Math.abs(value) >= Float.MIN_NORMAL).as("%s", value).isTrue();
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // The type is compared.
  private static List<Variable<TFloat32>> slots(OptimizerFixture fixture) {
    List<Variable<TFloat32>> slots = new ArrayList<>();
    for (Variable<?> variable : fixture.step.state()) {
      if (variable.type() == TFloat32.class) {
        slots.add((Variable<TFloat32>) variable);
      }
    }
    return slots;
  }

  private static List<float[]> filled(List<Variable<TFloat32>> slots) {
    return slots.stream()
        .map(
            slot -> {
              float[] values = new float[Math.toIntExact(slot.size())];
              Arrays.fill(values, ALMOST_DENORMAL);
              return values;
            })
        .toList();
  }
}
