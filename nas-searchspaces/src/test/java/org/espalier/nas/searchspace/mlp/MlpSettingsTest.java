package org.espalier.nas.searchspace.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.Activation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MlpSettingsTest {
  private static final List<Integer> NODES = List.of(8, 16);
  private static final List<Activation> RELU = List.of(Activation.RELU);
  private static final List<Double> RATE = List.of(0.2);

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(
            () -> new MlpSettings(List.of(), RELU, RATE, 2, 3, null),
            "nodes",
            "nodes must hold at least one width of hidden layers, for example 16; it is empty."),
        wrong(
            () -> new MlpSettings(List.of(8, 16, 8), RELU, RATE, 2, 3, null),
            "nodes",
            "nodes [8, 16, 8] holds 8 twice; leave one out."),
        wrong(
            () -> new MlpSettings(List.of(8, 0), RELU, RATE, 2, 3, null),
            "nodes",
            "nodes (0) must be positive."),
        wrong(
            () -> new MlpSettings(NODES, List.of(), RATE, 2, 3, null),
            "activations",
            "activations must hold at least one activation of hidden layers, for example relu; it"
                + " is empty."),
        wrong(
            () ->
                new MlpSettings(NODES, List.of(Activation.TANH, Activation.TANH), RATE, 2, 3, null),
            "activations",
            "activations [tanh, tanh] holds tanh twice; leave one out."),
        wrong(
            () -> new MlpSettings(NODES, List.of(Activation.SOFTMAX), RATE, 2, 3, null),
            "activations",
            "activations [softmax] holds softmax, which is for the output layer only; leave it"
                + " out."),
        wrong(
            () -> new MlpSettings(NODES, RELU, List.of(0.2, 1.0), 2, 3, null),
            "dropout",
            "dropout (1.0) must lie in [0, 1)."),
        wrong(
            () -> new MlpSettings(NODES, RELU, List.of(-0.1), 2, 3, null),
            "dropout",
            "dropout (-0.1) must lie in [0, 1)."),
        wrong(
            () -> new MlpSettings(NODES, RELU, List.of(Double.NaN), 2, 3, null),
            "dropout",
            "dropout (NaN) must lie in [0, 1)."),
        wrong(
            () -> new MlpSettings(NODES, RELU, List.of(0.2, 0.2), 2, 3, null),
            "dropout",
            "dropout [0.2, 0.2] holds 0.2 twice; leave one out."),
        wrong(
            () -> new MlpSettings(NODES, RELU, RATE, 1, 3, null),
            "minLength",
            "minLength (1) must lie in [2, 1000]."),
        wrong(
            () -> new MlpSettings(NODES, RELU, RATE, 4, 3, null),
            "maxLength",
            "maxLength (3) must not be below minLength (4)."),
        wrong(
            () -> new MlpSettings(NODES, RELU, RATE, 2, 1001, null),
            "maxLength",
            "maxLength (1001) must lie in [2, 1000]."),
        wrong(
            () -> new MlpSettings(NODES, RELU, RATE, 2, 4, List.of(1)),
            "dropoutPositions",
            "dropoutPositions (1) must lie in [2, 999]."),
        wrong(
            () -> new MlpSettings(NODES, RELU, RATE, 2, 4, List.of(2, 4)),
            "dropoutPositions",
            "dropoutPositions (4) must be below that of the output layer, maxLength (4)."),
        wrong(
            () -> new MlpSettings(NODES, RELU, RATE, 2, 4, List.of(2, 2)),
            "dropoutPositions",
            "dropoutPositions [2, 2] holds 2 twice; leave one out."));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongSettingsAreNamedWithTheirValueAndAMend(
      Runnable creation, String setting, String message) {
    InvalidSettingException error =
        catchThrowableOfType(InvalidSettingException.class, creation::run);

    assertThat(error).hasMessage(message);
    assertThat(error.setting()).isEqualTo(setting);
  }

  private static Arguments wrong(Runnable creation, String setting, String message) {
    return Arguments.of(creation, setting, message);
  }
}
