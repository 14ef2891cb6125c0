package org.espalier.nas.benchmark.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentDumpTest {
  private static final String EXPERIMENT =
      """
      name: moons
      seed: 1
      dataset: {type: moons, samples: 200, prepare: {split: {validation: 0.2, test: 0.1}}}
      searchSpace: {type: mlp, nodes: [2, 4], activations: [relu, tanh], maxLength: 3}
      controller: {type: grid}
      evaluator: {type: training, epochs: 1}
      reward: {type: metric}
      """;

  @TempDir private Path folder;

  @Test
  void writesNetworksAndPreparedData() throws IOException {
    Path file = Files.writeString(folder.resolve("moons.yaml"), EXPERIMENT);

    ExperimentDump.main(
        new String[] {
          file.toString(), folder.resolve("dump").toString(), "5", "controller={type: random}"
        });

    Path dump = folder.resolve("dump");
    JsonNode shapes = new ObjectMapper().readTree(dump.resolve("data.json").toFile());
    assertThat(shapes.get("training").asInt()).isEqualTo(140);
    assertThat(shapes.get("validation").asInt()).isEqualTo(40);
    assertThat(dump.resolve("training.features")).hasSize(140 * 2 * Float.BYTES);
    assertThat(dump.resolve("validation.targets")).hasSize(40 * Float.BYTES);
    assertThat(Files.readAllLines(dump.resolve("networks.jsonl")))
        .hasSize(5)
        .doesNotHaveDuplicates()
        .allSatisfy(line -> assertThat(line).contains("\"type\":\"Dense\"", "\"input\":[2]"));
  }
}
