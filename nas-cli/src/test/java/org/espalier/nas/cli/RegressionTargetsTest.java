package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regressions whose targets are far from the range in which networks begin to predict. */
class RegressionTargetsTest {
  private static final String EXPERIMENT =
      """
      name: case
      seed: 1
      dataset: {type: csv, file: case.csv, label: price}
      searchSpace: {type: mlp, nodes: [4], activations: [relu], dropout: [], maxLength: 2}
      controller: {type: random}
      evaluator: {type: training, epochs: 50, optimizer: {type: adam, learningRate: 0.01}}
      budget: {trials: 1}
      """;

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final Terminal terminal = new Terminal(() -> catalogue);
  private final RandomGenerator random = new SplittableRandom(3);

  @TempDir Path folder;

  @Test
  void pricesOfSomeHundredThousandAreLearnt() throws IOException {
    assertLearnt(area -> 3500 * area, 4000);
  }

  @Test
  void pricesOfSeveralColumnsAreLearntWithDefaults() throws IOException {
    StringBuilder rows = new StringBuilder("area,rooms,age,price\n");
    for (int i = 0; i < 1000; i++) {
      double area = random.nextDouble(40, 200);
      int rooms = random.nextInt(1, 7);
      double age = random.nextDouble(80);
      double price = 150_000 + 2500 * area + 12_000 * rooms - 900 * age;
      rows.append("%s,%s,%s,%s\n".formatted(area, rooms, age, price + noise(15_000)));
    }
    Files.writeString(folder.resolve("case.csv"), rows);
    Path file =
        Files.writeString(
            folder.resolve("case.yaml"),
            """
            name: case
            seed: 1
            dataset: {type: csv, file: case.csv, label: price}
            searchSpace: {type: mlp}
            controller: {type: random}
            evaluator: {type: training}
            budget: {trials: 2}
            """);

    assertThat(terminal.run("run", file, "--json", "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
    JsonNode best = new ObjectMapper().readTree(terminal.out()).get("best").get(0);
    assertThat(best.get("validation.r2").doubleValue()).isGreaterThan(0.95);
  }

  private double noise(double deviation) {
    return deviation * random.nextGaussian();
  }

  @Test
  void targetsOfAMillionthAreLearnt() throws IOException {
    assertLearnt(area -> 1e-6 * area / 160, 1e-8);
  }

  @Test
  void aTargetWithALargeOffsetIsLearnt() throws IOException {
    assertLearnt(area -> 1e6 + area / 10, 0.1);
  }

  @Test
  void aTargetThatHasNoLogarithmIsNamedByItsLine() throws IOException {
    Path file = experiment(area -> area - 45, 0);

    int code = terminal.run("run", file, "--set", "dataset.prepare.targets.scaling=log");

    assertThat(code).isEqualTo(2);
    assertThat(terminal.err())
        .contains("case.csv:2: price (-5) must be positive")
        .doesNotContain("Exception");
  }

  private void assertLearnt(DoubleUnaryOperator price, double noise) throws IOException {
    Path file = experiment(price, noise);
    Path runs = folder.resolve("runs");
    assertThat(terminal.run("run", file, "--out", runs)).as(terminal.err()).isZero();
    Path model = folder.resolve("model");

    int code = terminal.run("train", "latest", "--out", runs, "--export", model, "--json");

    assertThat(code).as(terminal.err()).isZero();
    JsonNode metrics = new ObjectMapper().readTree(terminal.out()).get("metrics");
    assertThat(metrics.get("test.r2").doubleValue()).isGreaterThan(0.95);
    assertThat(metrics.get("test.mae").doubleValue()).isBetween(noise / 3, 5 * noise);
    assertThat(metrics.get("test.rmse").doubleValue())
        .isBetween(metrics.get("test.mae").doubleValue(), 6 * noise);
    assertInUnits(model, price);
    if (System.getenv("NAS_PYTHON") != null) {
      assertPredictsInPython(model);
    }
  }

  /** NAS_PYTHON names an interpreter that has TensorFlow. */
  private void assertPredictsInPython(Path model) throws IOException {
    Process python =
        new ProcessBuilder(
                System.getenv("NAS_PYTHON"),
                Path.of("..", "bench", "check_saved_model.py").toString(),
                "--rows",
                folder.resolve("case.csv").toString(),
                model.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.onExit().join().exitValue()).as(said).isZero();
    assertThat(said).contains("R2 0.9");
  }

  private void assertInUnits(Path model, DoubleUnaryOperator price) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode feature = json.readTree(model.resolve("model.json").toFile()).get("features").get(0);
    JsonNode samples = json.readTree(model.resolve("samples.json").toFile());
    double span = price.applyAsDouble(160) - price.applyAsDouble(40);
    int judged = 0;
    for (int i = 0; i < samples.get("examples").intValue(); i++) {
      double scaled = samples.get("features").get(i).doubleValue();
      if (Math.abs(scaled) < 1.5) {
        double area =
            scaled * feature.get("scale").doubleValue() + feature.get("shift").doubleValue();
        double predicted = samples.get("predictions").get(i).doubleValue();
        assertThat(Math.abs(predicted - price.applyAsDouble(area)) / span).isLessThan(0.2);
        judged++;
      }
    }
    assertThat(judged).isGreaterThan(30);
  }

  private Path experiment(DoubleUnaryOperator price, double noise) throws IOException {
    StringBuilder rows = new StringBuilder("area,price\n");
    for (int area = 40; area < 160; area++) {
      rows.append(area)
          .append(',')
          .append(price.applyAsDouble(area) + noise * random.nextGaussian())
          .append('\n');
    }
    Files.writeString(folder.resolve("case.csv"), rows);
    return Files.writeString(folder.resolve("case.yaml"), EXPERIMENT);
  }
}
