package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Permanence of the built-in components other than controllers: a component whose behaviour changes
 * needs another {@link BehaviourVersion}, so that comparisons do not reuse its earlier results.
 */
class BuiltInBehaviourTest {
  private static final String SEARCH =
      """
      name: behaviour
      seed: 5
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8, 16], activations: [relu, tanh], maxLength: 4}
      controller: {type: evolution, population: 5, tournament: 2, crossover: 0.5}
      evaluator: {type: hidden-architecture, noise: 0.1, epochs: 8}
      budget: {trials: 30}
      output: {report: false}
      """;

  private static final String NUMBERS =
      """
      {type: hyperparameters, parameters: {
        x1: {type: real, low: -5, high: 10},
        x2: {type: real, low: 0.1, high: 15, scale: log},
        x3: {type: integer, low: 1, high: 9, when: x1 > 0},
        x4: {type: categorical, options: [a, b, c]}},
        constraints: [x1 + x2 <= 20]}""";

  private static final String TREE =
      """
      {type: hyperparameters, parameters: {
        x1: {type: categorical, options: [0, 1]},
        x2: {type: categorical, options: [0, 1], when: x1 == 0},
        x3: {type: categorical, options: [0, 1], when: x1 == 1},
        x4: {type: real, low: -1, high: 1, when: x1 == 0 and x2 == 0},
        x5: {type: real, low: -1, high: 1, when: x1 == 0 and x2 == 1},
        x6: {type: real, low: -1, high: 1, when: x1 == 1 and x3 == 0},
        x7: {type: real, low: -1, high: 1, when: x1 == 1 and x3 == 1},
        r8: {type: real, low: 0, high: 1, when: x1 == 0},
        r9: {type: real, low: 0, high: 1, when: x1 == 1}}}""";

  private static final String PLANE =
      "{type: hyperparameters, parameters: {x1: {type: real, low: -5, high: 10}, x2: {type: real, low: 0, high: 15}}}";

  private static final String BITS =
      "{type: hyperparameters, parameters: {a: {type: boolean}, b: {type: boolean}, c: {type: boolean}, d: {type: boolean}}}";

  private static final Map<String, String> SPACES =
      Map.of("NUMBERS", NUMBERS, "TREE", TREE, "PLANE", PLANE, "BITS", BITS);

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final Terminal terminal = new Terminal(() -> catalogue);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEARCH_SPACE | mlp                  | ",
        "SEARCH_SPACE | hyperparameters      | searchSpace: NUMBERS",
        "EVALUATOR    | hidden-architecture  | controller: {type: random}",
        "EVALUATOR    | test-function        | searchSpace: PLANE; evaluator: {type: test-function, function: branin, epochs: 3}; reward: {type: metric, metric: value}; controller: {type: random}",
        "EVALUATOR    | conditional-function | searchSpace: TREE; evaluator: {type: conditional-function, function: tree}; reward: {type: metric, metric: value}; controller: {type: random}",
        "EVALUATOR    | nk-landscape         | searchSpace: BITS; evaluator: {type: nk-landscape, k: 2}; reward: {type: metric, metric: fitness}; controller: {type: random}; budget: {trials: 16}",
        "REWARD       | metric               | reward: {type: metric, over: weighted, minus: 0.25}",
        "STOPPING     | median               | stopping: {type: median, warmupSteps: 2, warmupTrials: 4}",
        "STOPPING     | patience             | stopping: {type: patience, patience: 2}",
        "STOPPING     | threshold            | stopping: {type: threshold, below: 0.3}",
        "STOPPING     | successive-halving   | stopping: {type: successive-halving, minEpochs: 2, factor: 2}",
        "STOPPING     | learning-curve       | stopping: {type: learning-curve, minEpochs: 3}",
      })
  void aSearchWithTheComponentHasTheRecordedLedger(String kind, String type, String changes)
      throws IOException {
    Map<String, String> keys = new LinkedHashMap<>();
    SEARCH.lines().forEach(line -> keys.put(line.split(":")[0], line));
    if (changes != null) {
      for (String change : changes.split("; ")) {
        String name = change.replaceFirst("searchSpace: ", "");
        keys.put(change.split(":")[0], change.replace(name, SPACES.getOrDefault(name, name)));
        if (SPACES.containsKey(name)) {
          keys.remove("dataset");
        }
      }
    }
    Path file =
        Files.writeString(folder.resolve("behaviour.yaml"), String.join("\n", keys.values()));
    Path runs = folder.resolve("runs");
    assertThat(terminal.run("run", file, "--out", runs)).as(terminal.err()).isZero();
    assertThat(terminal.run("show", "latest", "--ledger", "--out", runs)).isZero();

    assertThat(terminal.out().lines()).hasSizeGreaterThan(10);
    assertRecorded(kind(kind), type, terminal.out());
  }

  @Test
  void aCsvFileIsPreparedAsRecorded() throws IOException {
    StringBuilder rows = new StringBuilder("size;colour;weight;class\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i % 7 == 0 ? "" : i * 3 % 11 + ",5").append(';');
      rows.append(List.of("red", "green", "blue").get(i * 5 % 3)).append(';');
      rows.append(i).append(';').append(i % 3 == 0 ? "a" : "b").append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), rows);

    assertData(
        "csv",
        "{type: csv, file: rows.csv, label: class, format: {delimiter: ';', decimal: ','}, prepare: {missing: impute}}");
  }

  @ParameterizedTest
  @CsvSource({"moons", "spirals", "blobs", "xor", "informative", "friedman"})
  void generatedDataAreAsRecorded(String type) throws IOException {
    assertData(type, "{type: " + type + ", samples: 80}");
  }

  private void assertData(String type, String dataset) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("data.yaml"),
            SEARCH
                .replaceFirst("evaluator: .*", "evaluator: {type: training}")
                .replaceFirst("dataset: .*", "dataset: " + dataset));
    StringBuilder text = new StringBuilder();
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            new ExperimentReader(catalogue).read(file, List.of()),
            catalogue,
            new RunFolder(folder),
            (download, received) -> {})) {
      Dataset data = graph.dataset().orElseThrow();
      if (data.info() instanceof DatasetInfo.Tabular table) {
        text.append(table.features());
      } else if (data.info() instanceof DatasetInfo.Image images) {
        text.append(images.channels());
      }
      text.append(data.info().task());
      for (Part part : Part.values()) {
        text.append(part).append(values(data.examples(part).features()));
        text.append(values(data.examples(part).targets()));
      }
    }
    assertRecorded(ComponentKind.DATASET, type, text.toString());
  }

  private static String values(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return Arrays.toString(values);
  }

  private void assertRecorded(ComponentKind<?> kind, String type, String behaviour) {
    Class<?> implementation = catalogue.find(kind, type).orElseThrow().implementation();
    BehaviourVersion version = implementation.getAnnotation(BehaviourVersion.class);
    String hash = Sha256.of(behaviour).substring(0, 16);
    List<String> recorded = version == null ? List.of() : List.of(version.value());
    assertThat(recorded)
        .as(
            "The behaviour of %s %s has changed. If that is intended, raise the behaviour version: write @BehaviourVersion(\"%s\") at %s; comparisons then run its searches again. If it is not, find the change in this class, or in the evolution and random controllers.",
            kind.key(), type, hash, implementation.getName())
        .containsExactly(hash);
  }

  private static ComponentKind<?> kind(String name) {
    return Stream.of(
            ComponentKind.SEARCH_SPACE,
            ComponentKind.EVALUATOR,
            ComponentKind.REWARD,
            ComponentKind.STOPPING)
        .filter(kind -> kind.key().replace("searchSpace", "search_space").equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow();
  }
}
