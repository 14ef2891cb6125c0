package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonFilesTest extends ComparisonFileFixture {
  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../experiments"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("ablation-.*\\.yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedComparisonsAreValid(Path shipped) {
    assertThat(terminal.run("validate", shipped)).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains(shipped + " is valid: ").contains(" searches.");
  }

  @Test
  void aValidOneIsCounted() throws IOException {
    assertThat(run("validate")).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .isEqualToNormalizingNewlines(file + " is valid: 3 arms, 1 problem, 8 searches.\n");

    write(COMPARISON + PROBLEMS);
    assertThat(run("validate", "--seeds", 500)).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("3 arms, 2 problems, 2,004 searches.");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void allThatIsWrongIsReportedWithItsPlace() throws IOException {
    write(
        COMPARISON
            .replace("name: two", "name: two\nalpha: 3")
            .replace("population: 5", "populaton: 5")
            .replace("reference: random", "reference: randon"));
    assertThat(run("validate")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("two.yaml:2:8: alpha (3) must lie in (0, 1).")
        .contains("two.yaml:9:45: Unknown key populaton in controller evolution");

    assertThat(run("validate", "--json")).isEqualTo(2);
    assertThat(terminal.out()).contains("\"valid\" : false", "\"line\" : 9");
  }

  /** Every arm is wired on every problem, and the problems of all are reported together. */
  @Test
  void whatDoesNotFitTogetherIsReportedForEveryArm() throws IOException {
    write(
        """
        name: two
        base: base.yaml
        arms:
          shared:
            evaluator: {type: training, sharing: {mode: bigram}}
            cache: true
          transferred:
            evaluator: {type: training, sharing: {mode: bigram}}
            cache: true
          plain:
        """);
    assertThat(run("validate")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("two.yaml:6:12: cache (true) cannot go with evaluator.sharing")
        .contains("two.yaml:9:12: cache (true) cannot go with evaluator.sharing");
  }

  @Test
  void resolvedItHoldsEveryExperimentInFull() throws IOException {
    write(COMPARISON + PROBLEMS);
    assertThat(run("validate", "--resolved")).isZero();
    assertThat(terminal.out())
        .startsWith("name: two\n")
        .contains("\nexperiments:\n", "\n  small, random:\n", "\n  large, short:\n")
        .contains("maxLength: 6", "resamples: 10000");

    assertThat(run("validate", "--json")).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.at("/counts/searches").asInt()).isEqualTo(16);
    assertThat(answer.at("/comparison/experiments/large, short/budget/trials").asInt())
        .isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "tabulate"})
  void whatWantsAnExperimentNamesTheOtherCommand(String command) {
    assertThat(run(command)).isEqualTo(2);
    assertThat(terminal.err())
        .contains(
            "two.yaml:6:1: arms makes this a comparison, not an experiment: run it with nas compare "
                + file);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatWantsAComparisonNamesTheOtherCommand() {
    assertThat(terminal.run("compare", base, "--out", folder.resolve("out"))).isEqualTo(2);
    assertThat(terminal.err())
        .contains("base.yaml:4:1: controller makes this an experiment, not a comparison")
        .contains("run it with nas run " + base);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void anExtensionOfAComparisonIsOne() throws IOException {
    write("extends: two-below.yaml\nname: more\nseeds: 4\n");
    Files.writeString(folder.resolve("two-below.yaml"), COMPARISON);

    assertThat(run("validate")).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("3 arms, 1 problem, 10 searches.");
  }

  @Test
  void theFlagOfTheOtherKindIsExplained() {
    assertThat(run("validate", "--seed", 3)).isEqualTo(2);
    assertThat(terminal.err()).contains("--seed 3: Unknown key seed", "did you mean seeds?");
  }
}
