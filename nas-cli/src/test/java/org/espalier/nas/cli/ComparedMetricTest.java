package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metric that {@code auto} stands for is the measured one wherever it is named. */
class ComparedMetricTest {
  private static final String REGRESSIONS =
      """
      name: regressions
      base:
        dataset: {type: friedman, samples: 200}
        searchSpace: {type: mlp, nodes: [8], activations: [relu, tanh], dropout: [], maxLength: 2}
        controller: {type: random}
        evaluator: {type: training, epochs: 2, optimizer: {type: adam, learningRate: 0.05}}
      seeds: 2
      resamples: 100
      budget: {trials: 2}
      arms:
        a: {controller: {type: random}}
        b: {evaluator: {epochs: 1}}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir private Path folder;

  private void compare(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("file.yaml"), yaml);
    assertThat(terminal.run("compare", file, "--out", folder.resolve("out")))
        .as("%s", terminal.err())
        .isZero();
  }

  @Test
  void aComparisonOfRegressionsIsOfR2() throws IOException {
    compare(REGRESSIONS);

    assertThat(terminal.out())
        .contains("validation.r2 of the best found")
        .contains("mean validation R\u00b2")
        .doesNotContain("accuracy");
    assertThat(folder.resolve("out/regressions/report.html"))
        .content()
        .contains("validation R\u00b2")
        .doesNotContain("validation accuracy", "validation.accuracy");
    assertThat(folder.resolve("out/regressions/results.json"))
        .content()
        .contains("\"metric\":\"validation.r2\"");
    try (Stream<Path> files = Files.walk(folder.resolve("out/regressions/searches"))) {
      Path page = files.filter(file -> file.endsWith("report.html")).findFirst().orElseThrow();
      assertThat(page)
          .content()
          .contains("validation.r2 in the last epoch")
          .doesNotContain("validation.accuracy or validation.r2");
    }
  }

  @Test
  void aMinimisedMetricOfRegressionsHasItsName() throws IOException {
    compare(REGRESSIONS + "score: {metric: validation.mae}\n");

    assertThat(terminal.out())
        .contains("minus validation.mae of the best found")
        .doesNotContain("accuracy", "R\u00b2");
  }

  @Test
  void aComparisonOfClassificationsIsOfAccuracy() throws IOException {
    compare(REGRESSIONS.replace("{type: friedman, samples: 200}", "{type: moons, samples: 60}"));

    assertThat(terminal.out())
        .contains("validation.accuracy of the best found")
        .contains("mean validation accuracy")
        .doesNotContain("validation.r2");
  }
}
