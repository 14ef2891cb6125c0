package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the plans of searches. */
class ExplainCommandTest {
  private static final String HYPERBAND =
      """
      name: hyperband
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [16], activations: [relu], dropout: [], maxLength: 2}
      hyperparameters:
        parameters:
          optimizer.learningRate: {type: real, low: 0.0001, high: 0.01, scale: log}
          shuffle: {type: boolean}
          batch: {type: integer, low: 8, high: 32, step: 8, when: shuffle}
      controller: {type: hyperband, iterations: 1, rounding: keras-tuner}
      evaluator: {type: training, epochs: 10}
      """;

  @TempDir Path folder;
  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private Path file;

  @BeforeEach
  void writeExperiment() throws IOException {
    file = Files.writeString(folder.resolve("hyperband.yaml"), HYPERBAND);
  }

  private String explained(Object... flags) {
    Object[] arguments = new Object[flags.length + 2];
    arguments[0] = "explain";
    arguments[1] = file;
    System.arraycopy(flags, 0, arguments, 2, flags.length);
    assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    return terminal.out();
  }

  @Test
  void showsTheTableOfKerasTuner() {
    assertThat(explained())
        .endsWith(
            """
            Plan:
              bracket  rung  trials  epochs each  epochs trained  from scratch
                    2     0      12            2              24            24
                    2     1       4            4               8            16
                    2     2       2           10              12            20
                    1     0       6            4              24            24
                    1     1       2           10              12            20
                    0     0       4           10              40            40
                total            30                          120           144
              Runs once.
              The budget covers the whole plan.
            """);
    assertThat(terminal.out())
        .contains("continues trials", "uncounted architectures", "real, 1.0E-4 to 0.01, log")
        .contains("integer, 8 to 32, step 8", ", when shuffle");
    assertThat(folder).isDirectoryNotContaining("glob:**/runs");
  }

  @Test
  void withoutContinuationMoreIsTrained() {
    assertThat(explained("--set", "controller.resume=false"))
        .containsPattern("total +30 +144 +144\n")
        .doesNotContain("continues trials");
  }

  @Test
  void showsTheTablesForEightyOneEpochs() {
    assertThat(explained("--set", "evaluator.epochs=81", "--set", "controller.rounding=paper"))
        .containsPattern("4 +0 +81 +1 +81 +81\n +4 +1 +27 +3 +54 +81\n +4 +2 +9 +9 +54 +81\n")
        .containsPattern("3 +0 +34 +3 +102 +102\n +3 +1 +11 +9 +66 +99\n")
        .containsPattern("2 +0 +15 +9 +.*\n.*\n.*\n +1 +0 +8 +27 .*\n.*\n +0 +0 +5 +81 ");
    assertThat(explained("--set", "evaluator.epochs=81", "--set", "controller.rounding=book"))
        .containsPattern("3 +0 +27 +3 .*\n +3 +1 +9 +9 .*\n +3 +2 +3 +27 .*\n +3 +3 +1 +81 ")
        .containsPattern("2 +0 +9 +9 .*\n.*\n.*\n +1 +0 +6 +27 .*\n.*\n +0 +0 +5 +81 ");
  }

  @Test
  void saysWhereTheBudgetEnds() {
    assertThat(explained("--set", "budget.trials=20"))
        .contains(
            "ends the search after 20 trials, in round 1, bracket 1, rung 0 (2 of its 6 trials).");
    assertThat(explained("--set", "budget={epochs: 121}", "--set", "controller.iterations=0"))
        .contains("Repeats until", "after 31 trials, in round 2, bracket 2, rung 0 (1 of its 12");
    assertThat(explained("--set", "budget={epochs: 120}", "--set", "controller.iterations=0"))
        .contains("after 30 trials, in round 1, bracket 0, rung 0 (4 of its 4 trials)");
  }

  @Test
  void controllersThatDoNotPlanSaySo() {
    assertThat(explained("--set", "controller={type: random}"))
        .endsWith(
            "Plan: the controller decides during the search; at most 100 trials of up to 10"
                + " epochs each,"
                + " 1,000 in all.\n");
  }

  @Test
  void answersInJson() throws IOException {
    JsonNode tree = new ObjectMapper().readTree(explained("--json"));

    assertThat(tree.at("/plan/epochsTrained").asInt()).isEqualTo(120);
    assertThat(tree.at("/plan/rungs/0/trials").asInt()).isEqualTo(12);
    assertThat(tree.at("/searchSpace/decisions").size()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void whatIsWrongIsBadInput() {
    assertThat(terminal.run("explain", file, "--set", "controller.minEpochs=11")).isEqualTo(2);
    assertThat(terminal.err()).contains("minEpochs (11) must not be above");
  }
}
