package org.espalier.nas.experiment.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.DamagedExperiment;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSchemaTest {
  private static final ShippedSchema SHIPPED =
      new ShippedSchema(Path.of("../experiments/experiment.schema.json"));
  private static final Catalogue CATALOGUE =
      Catalogue.load(ExperimentSchemaTest.class.getClassLoader());
  private static final Validator BUILT_IN = new Validator(CATALOGUE);
  private static final Validator TOYS = new Validator(Catalogue.of(List.of(new ToyPlugin())));

  static Stream<Path> experiments() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../experiments"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.getFileName().toString().startsWith("ablation-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void theShippedSchemaIsThatOfTheBuiltInComponents() throws IOException {
    SHIPPED.assertIs(new ExperimentSchema(CATALOGUE).json());
  }

  @Test
  void itIsAValidSchema() throws IOException {
    SHIPPED.assertValid();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyShippedExperimentIsAccepted(Path file) throws IOException {
    SHIPPED.assertAccepted(file, BUILT_IN);
  }

  @Test
  void theGoodToyExperimentIsAccepted() {
    assertThat(TOYS.complaints(EditorYaml.read(DamagedExperiment.GOOD))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{type: journal}]", "[~]", "[journal]"})
  void aKindWithoutComponentsHasNoValue(String callbacks) {
    Catalogue empty = Catalogue.of(List.of());

    assertThat(
            new Validator(empty)
                .complaints(EditorYaml.read("extends: base.yaml\ncallbacks: " + callbacks)))
        .isNotEmpty();
    assertThat(new Validator(empty).complaints(EditorYaml.read("extends: base.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "controller: {batch: 5}",
        "controller: {type: reinforce}",
        "controller: {layers: [{units: 3}], missing: {value: 2}}",
        "controller: {type: reinforce, missing: {type: fill-in}}",
        "budget: {trials: ~}",
        "seed: 1_000",
        "seed: 0x1F",
        "cache: yes",
        "cache: Off",
        "controller: {classes: {a: true, b: 1, c: x}}",
        "controller: {predictor: screen_all}",
        "controller: {file: ~, limit: null}",
        "name: 2026",
      })
  void whatBindsIsAcceptedInAFileThatExtendsAnother(String yaml) {
    assertThat(TOYS.complaints(EditorYaml.read("extends: base.yaml\n" + yaml))).isEmpty();
  }

  @Test
  void aListThatMayBeASingleTextIsEither() {
    String data = "extends: base.yaml\ndataset: {type: csv, file: a.csv, label: %s}";
    for (String label : List.of("y", "21", "[a, b]")) {
      assertThat(BUILT_IN.complaints(EditorYaml.read(data.formatted(label)))).isEmpty();
    }
    assertThat(BUILT_IN.complaints(EditorYaml.read(data.formatted("{a: b}")))).isNotEmpty();
  }

  @Test
  void aListInAListMayBeASingleText() {
    String given = "extends: base.yaml\ncontroller: {type: given, architectures: %s}";
    for (String architectures : List.of("[NASNet-A]", "[[a, b], NASNet-A]", "NASNet-A")) {
      assertThat(BUILT_IN.complaints(EditorYaml.read(given.formatted(architectures)))).isEmpty();
    }
    assertThat(BUILT_IN.complaints(EditorYaml.read(given.formatted("[{a: b}]")))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sede: 1",
        "controller: {bacth: 5}",
        "controller: {type: random, batch: 5}",
        "controller: {batch: many}",
        "controller: {layers: [{}]}",
        "controller: {missing: {valeu: 2}}",
        "controller: ~",
        "budget: {trials: {}}",
        "callbacks: [{metric: loss}]",
      })
  void whatNoBaseCouldMendIsRefusedInAFileThatExtendsAnother(String yaml) {
    assertThat(TOYS.complaints(EditorYaml.read("extends: base.yaml\n" + yaml))).isNotEmpty();
  }
}
