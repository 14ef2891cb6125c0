package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.tf.export.SavedModelExporter;
import org.espalier.nas.tf.graph.Sessions;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.training.FixedNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;

class CommandLatencyTest {
  private static final NetworkSpec NETWORK =
      new NetworkSpec(
          TensorShape.of(4),
          List.of(
              new Dense(8, Activation.RELU),
              BatchNorm.standard(),
              new Dense(3, Activation.SOFTMAX)));
  private static final FixedNetworks SPACE = new FixedNetworks(List.of(NETWORK));

  @TempDir Path folder;

  private double latency(double timeout, String... command) throws Exception {
    LatencySettings settings =
        new LatencySettings(
            null, 1, 6, 20, 30, 0.03, 3, null, null, List.of(command), timeout, null);
    LatencyObjective latency =
        new LatencyObjective(
            settings,
            SPACE,
            StandardLayers.implementations(),
            new RunFolder(folder),
            Optional.empty());
    assertThat(latency.exclusive()).isTrue();
    assertThat(latency.objective().reproducible()).isFalse();
    return latency.value(Trials.of(SPACE.architecture(0)), Trials.COMPLETED).value();
  }

  private double shell(String script) throws Exception {
    return latency(60, "sh", "-c", script, "sh");
  }

  @Test
  void theProgramGetsTheFolderOfASavedModelAndPrintsMilliseconds() throws Exception {
    Path seen = folder.resolve("seen");

    double milliseconds =
        shell(
            "test -f \"$1/saved_model.pb\" && echo \"$1\" > '%s'; echo warming up; echo noise >&2; echo ' 2.25 '; echo"
                .formatted(seen));

    assertThat(milliseconds).isEqualTo(2.25);
    assertThat(Path.of(Files.readString(seen).strip())).hasFileName("model").doesNotExist();
  }

  @Test
  void theSavedModelPredictsWithFreshWeights() {
    new SavedModelExporter(StandardLayers.builders()).exportUntrained(NETWORK, null, folder);

    try (SavedModelBundle model = Sessions.onProcessor().load(folder);
        Tensor fed = Tensors.of(new float[] {1, 2, 3, 4}, Shape.of(1, 4));
        Result result = model.function("serving_default").call(Map.of("features", fed))) {
      List<Double> probabilities = new ArrayList<>();
      for (float each : Tensors.floats(result.get("predictions").orElseThrow())) {
        probabilities.add((double) each);
      }
      assertThat(probabilities).hasSize(3).doesNotHaveDuplicates();
      assertThat(probabilities.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-5));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo begun; echo no device >&2; exit 3|ended with exit code 3. Its last lines: \\nbegun\\nno device",
        "echo fast|must print the milliseconds, one number that is not negative, as its last line. Its last lines: \\nfast",
        "echo -1|must print the milliseconds",
        "echo NaN|must print the milliseconds",
        "true|must print the milliseconds, one number that is not negative, as its last line. Its last lines: none",
      })
  void failuresShowTheLastLines(String script, String message) {
    assertThatThrownBy(() -> shell(script))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith("command [sh, -c, ")
        .hasMessageContaining(message.replace("\\n", "\n"));
  }

  @Test
  void aProgramThatDoesNotEndIsStopped() {
    assertThatThrownBy(() -> latency(0.05, "sh", "-c", "echo begun; sleep 600", "sh"))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("did not end within 0.05 seconds; set timeout to a longer time.");
  }

  @Test
  void aMissingProgramIsNamed() {
    assertThatThrownBy(() -> latency(60, "no-such-program"))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith("command [no-such-program] cannot be run: ");
  }
}
