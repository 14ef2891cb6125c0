package org.espalier.nas.experiment.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonSchemaTest {
  private static final ShippedSchema SHIPPED =
      new ShippedSchema(Path.of("../experiments/comparison.schema.json"));
  private static final Path MALFORMED = Path.of("src/test/resources/malformed-comparisons");
  private static final Catalogue CATALOGUE =
      Catalogue.load(ComparisonSchemaTest.class.getClassLoader());
  private static final Validator BUILT_IN = Validator.ofComparisons(CATALOGUE);
  private static final Validator TOYS =
      Validator.ofComparisons(Catalogue.of(List.of(new ToyPlugin())));

  /**
   * Files whose errors lie in other files, in the set of arms, or in the combination of arm and
   * base.
   */
  private static final Set<String> UNKNOWABLE =
      Set.of(
          "base-is-comparison",
          "base-lacks-what-arms-need",
          "base-missing",
          "base-with-typo",
          "missing-setting-of-arm",
          "unknown-pair",
          "unknown-reference");

  static Stream<Path> comparisons() throws IOException {
    return yaml(Path.of("../experiments")).filter(file -> name(file).startsWith("ablation-"));
  }

  static Stream<Path> knowable() throws IOException {
    return yaml(MALFORMED).filter(file -> !UNKNOWABLE.contains(name(file)));
  }

  static Stream<Path> unknowable() throws IOException {
    return yaml(MALFORMED).filter(file -> UNKNOWABLE.contains(name(file)));
  }

  private static Stream<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".yaml", "");
  }

  @Test
  void theShippedSchemaIsThatOfTheBuiltInComponents() throws IOException {
    SHIPPED.assertIs(new ComparisonSchema(CATALOGUE).json());
  }

  @Test
  void itIsAValidSchema() throws IOException {
    SHIPPED.assertValid();
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void everyShippedComparisonIsAccepted(Path file) throws IOException {
    SHIPPED.assertAccepted(file, BUILT_IN);
  }

  @ParameterizedTest
  @MethodSource("knowable")
  void whatASchemaCanKnowIsRejected(Path file) throws IOException {
    assertThat(TOYS.complaints(EditorYaml.read(file))).isNotEmpty();
  }

  /** Checks that the schema accepts these files; a file that it rejects belongs to the others. */
  @ParameterizedTest
  @MethodSource("unknowable")
  void whatASchemaCannotKnowIsAccepted(Path file) throws IOException {
    assertThat(TOYS.complaints(EditorYaml.read(file))).isEmpty();
  }

  @Test
  void everyFileIsOneOrTheOther() throws IOException {
    assertThat(unknowable()).hasSize(UNKNOWABLE.size());
    assertThat(knowable()).hasSizeGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seeds: 5",
        "seeds: 1_000",
        "budget: ~",
        "pairs: [[a, b]]",
        "base: base.yaml",
        "base: {controller: {batch: 5}}",
        "base: {name: x, seed: 3, budget: {trials: 4}}",
        "arms: {a: ~}",
        "arms: {a: {seeds: 3, description: less, controller: {batch: 5}, cache: yes}}",
        "arms: {a: {controller: {type: reinforce}}}",
        "problems: {small: {description: a grid, searchSpace: {type: grid}}}",
        "score: {metric: test.accuracy, goal: maximize}",
      })
  void whatBindsIsAcceptedInAFileThatExtendsAnother(String yaml) {
    assertThat(TOYS.complaints(EditorYaml.read("extends: base.yaml\n" + yaml))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed: 5",
        "base: ~",
        "base: {controler: {batch: 5}}",
        "arms: {a: {seed: 3}}",
        "arms: {a: {extends: b.yaml}}",
        "arms: {a: {seeds: 0}}",
        "arms: {a b: {lag: 1}}",
        "arms: {a: {controller: {bacth: 5}}}",
        "problems: {small: {seeds: 5}}",
        "problems: ~",
        "pairs: [[a, b, c]]",
        "pairs: [[a, a]]",
        "score: {gaol: maximize}",
      })
  void whatNoBaseCouldMendIsRefusedInAFileThatExtendsAnother(String yaml) {
    assertThat(TOYS.complaints(EditorYaml.read("extends: base.yaml\n" + yaml))).isNotEmpty();
  }
}
