package org.espalier.nas.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An example can be copied into an experiment file, with and without its comments. */
class ComponentExampleTest {
  private static final Catalogue BUILT_IN =
      Catalogue.load(ComponentExampleTest.class.getClassLoader());
  private static final Catalogue TOYS = Catalogue.of(List.of(new ToyPlugin()));

  @TempDir private Path folder;

  static Stream<RegisteredComponent<?>> builtIn() {
    return BUILT_IN.components().stream();
  }

  static Stream<RegisteredComponent<?>> toys() {
    return TOYS.components().stream();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void theExampleOfABuiltInComponentIsValid(RegisteredComponent<?> component) throws IOException {
    String skeleton =
        """
        name: skeleton
        dataset: {type: moons}
        searchSpace: {type: mlp}
        controller: {type: random}
        evaluator: {type: training}
        """
            + (component.kind().equals(ComponentKind.SCALARISATION)
                ? "objectives: [{type: metric}, {type: parameters}]\n"
                : "");

    assertBinds(BUILT_IN, skeleton, component);
  }

  @ParameterizedTest
  @MethodSource("toys")
  void soIsThatOfAPluginWithSettingsOfEveryType(RegisteredComponent<?> component)
      throws IOException {
    String skeleton =
        """
        name: skeleton
        dataset: {type: moons}
        searchSpace: {type: grid}
        controller: {type: random}
        evaluator: {type: table}
        """;

    assertBinds(TOYS, skeleton, component);
  }

  @Test
  void whatIsRequiredIsGivenAndTheRestIsAComment() {
    RegisteredComponent<?> csv = new ComponentIndex(BUILT_IN).find("csv");

    assertThat(new ComponentExample(csv, BUILT_IN).yaml())
        .startsWith("dataset:\n  type: csv\n  file: flowers.csv\n  # format: {header: true,")
        .contains("\n  # task: auto\n")
        .doesNotContain("testFile");
  }

  private void assertBinds(Catalogue catalogue, String skeleton, RegisteredComponent<?> component)
      throws IOException {
    String example = new ComponentExample(component, catalogue).yaml();
    Files.writeString(folder.resolve("skeleton.yaml"), skeleton);
    for (String yaml : List.of(example, example.replace("# ", ""))) {
      Path file =
          Files.writeString(folder.resolve("example.yaml"), "extends: skeleton.yaml\n" + yaml);
      assertThatCode(() -> new ExperimentReader(catalogue).read(file, List.of()))
          .as(yaml)
          .doesNotThrowAnyException();
    }
  }
}
