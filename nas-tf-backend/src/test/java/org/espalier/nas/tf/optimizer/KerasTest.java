package org.espalier.nas.tf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.training.Adadelta;
import org.espalier.nas.api.training.Adagrad;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Adamax;
import org.espalier.nas.api.training.Adamw;
import org.espalier.nas.api.training.Ftrl;
import org.espalier.nas.api.training.Nadam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A comparison of the weights after six steps with those of Keras 3.15.1 on TensorFlow 2.21.0
 * (Python), computed from the same initial weights, gradients and constants.
 */
class KerasTest {
  private static final int STEPS = 6;

  static Stream<Arguments> cases() {
    return Stream.of(
        of(
            "SGD",
            1e-7,
            0.9,
            0,
            0.17210245f,
            -0.8090656f,
            1.4492006f,
            0.006692992f,
            -0.5139436f,
            -0.18313915f,
            3.204672f),
        of(
            "ADAM",
            1e-4,
            0,
            0,
            0.20134535f,
            -0.9502084f,
            1.8581707f,
            -0.2647278f,
            -0.41757974f,
            -0.24465972f,
            1.2999583f),
        of(
            "ADAMW",
            1e-4,
            0,
            0,
            0.19797009f,
            -0.94012225f,
            1.8408936f,
            -0.263806f,
            -0.41432986f,
            -0.24372312f,
            1.2898694f),
        of(
            "NADAM",
            1e-4,
            0,
            0,
            0.17260359f,
            -0.9797502f,
            1.9053707f,
            -0.25159746f,
            -0.35346442f,
            -0.2109454f,
            1.270304f),
        of(
            "ADAMAX",
            1e-4,
            0,
            0,
            0.27193305f,
            -0.95007473f,
            1.8734336f,
            -0.28032258f,
            -0.38832358f,
            -0.20863894f,
            1.2999854f),
        of(
            "RMSPROP",
            1e-4,
            0.9,
            0,
            -1.4625881f,
            0.4049696f,
            1.3185773f,
            -0.25341123f,
            -0.9831413f,
            -1.2386149f,
            2.657032f),
        of(
            "ADAGRAD",
            1e-7,
            0,
            0,
            0.35773775f,
            -1.1042868f,
            1.9396896f,
            0.007987698f,
            -0.33258528f,
            -0.085038334f,
            1.1797693f),
        of(
            "ADADELTA",
            1e-4,
            0,
            0,
            0.48738444f,
            -1.24172f,
            1.9982672f,
            0.009104209f,
            -0.30017096f,
            -0.005372795f,
            1.0082977f),
        of(
            "FTRL",
            1e-7,
            0,
            0,
            -0.12894362f,
            -0.17107175f,
            1.3661833f,
            -0.0008901188f,
            -0.03197084f,
            -0.08377501f,
            0.96042657f),
        of(
            "ADAM",
            1e-4,
            0,
            1,
            0.20292127f,
            -0.9510128f,
            1.8704101f,
            -0.23427832f,
            -0.41920817f,
            -0.24463838f,
            1.2994002f));
  }

  private static Arguments of(
      String type, double epsilon, double momentum, double clipNorm, float... expected) {
    Schedule schedule = Schedule.constant();
    OptimizerSettings settings =
        switch (type) {
          case "SGD" -> new Sgd(0.05, schedule, momentum, true, clipNorm);
          case "ADAM" -> new Adam(0.05, schedule, 0.8, 0.95, epsilon, clipNorm);
          case "ADAMW" -> new Adamw(0.05, schedule, 0.8, 0.95, epsilon, 0.03, clipNorm);
          case "NADAM" -> new Nadam(0.05, schedule, 0.8, 0.95, epsilon, clipNorm);
          case "ADAMAX" -> new Adamax(0.05, schedule, 0.8, 0.95, epsilon, clipNorm);
          case "RMSPROP" -> new Rmsprop(0.05, schedule, momentum, 0.85, epsilon, clipNorm);
          case "ADAGRAD" -> new Adagrad(0.05, schedule, epsilon, 0.2, clipNorm);
          case "ADADELTA" -> new Adadelta(0.05, schedule, 0.85, epsilon, clipNorm);
          default -> new Ftrl(0.05, schedule, 0.2, 0.01, 0.02, clipNorm);
        };
    return Arguments.of(settings, expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithKeras(OptimizerSettings settings, float[] expected) {
    try (OptimizerFixture fixture = new OptimizerFixture(settings)) {
      for (int step = 0; step < STEPS; step++) {
        fixture.train(OptimizerFixture.gradients(step));
      }
      List<float[]> weights = fixture.weights();
      for (int i = 0; i < expected.length; i++) {
        float actual = i < 4 ? weights.get(0)[i] : weights.get(1)[i - 4];
        assertThat(actual).as("weight %d", i).isCloseTo(expected[i], within(1e-6f));
      }
    }
  }
}
