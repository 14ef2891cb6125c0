package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.engine.table.BenchmarkTable;
import org.espalier.nas.engine.table.TableFile;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes tables from a file, and searches on them. */
class TabulateCommandTest {
  private static final String SMALL =
      """
      name: small
      seed: 3
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
      controller: {type: random}
      evaluator: {type: hidden-architecture, noise: 0.1, epochs: 2}
      """;

  private static final String TRAINED =
      SMALL.replace(
          "{type: hidden-architecture, noise: 0.1, epochs: 2}",
          "{type: training, epochs: 2, measureTest: true}");

  private static final String ON_TABLE =
      """
      name: on-table
      searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
      controller: {type: random}
      evaluator: {type: tabular, file: out/small.npz}
      budget: {trials: 5}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), yaml);
  }

  private BenchmarkTable table(String out) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(out).resolve("small.npz"));
    return TableFile.read("small", new ByteArrayInputStream(bytes));
  }

  @Test
  void trainsTheWholeSpaceAndSearchesOnTheTableWithoutData() throws IOException {
    Path file = file(TRAINED);

    int code = terminal.run("tabulate", file, "--seeds", 2, "--out", folder.resolve("out"));

    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.out()).startsWith("6 architectures × 2 seeds\nTable: ");
    BenchmarkTable table = table("out");
    assertThat(table.architectures()).hasSize(6);
    assertThat(table.definition().metrics())
        .contains("accuracy", "validation.accuracy", "test.accuracy", "test.loss");
    assertThat(table.measurements(0, 0)).hasSize(2).isNotEqualTo(table.measurements(0, 1));
    assertThat(table.provenance())
        .containsKeys("tensorflow", "denormals", "java.version", "git.commit");
    Path search = Files.writeString(folder.resolve("search.yaml"), ON_TABLE);
    assertThat(terminal.run("run", search, "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("5 trials (5 completed");
  }

  @Test
  void aClusterNeedsItsModule() throws IOException {
    Path out = folder.resolve("out");

    assertThat(terminal.run("tabulate", file(SMALL), "--out", out, "--spark", "yarn")).isNotZero();

    assertThat(terminal.err())
        .contains("executor (spark) needs the module of Apache Spark: run with NAS_PROFILE=spark.");
    assertThat(out).doesNotExist();
  }

  @Test
  void workersChangeNothingAndASampleIsAPart() throws IOException {
    Path file = file(SMALL);
    terminal.run("tabulate", file, "--out", folder.resolve("one"));
    terminal.run("tabulate", file, "--out", folder.resolve("two"), "--workers", 2);
    terminal.run("tabulate", file, "--out", folder.resolve("part"), "--sample", 3);

    BenchmarkTable whole = table("one");
    BenchmarkTable part = table("part");

    assertThat(TableFile.resultHash(table("two"))).isEqualTo(TableFile.resultHash(whole));
    assertThat(part.architectures()).hasSize(3);
    assertThat(TableFile.resultHash(part))
        .isEqualTo(TableFile.resultHash(whole.of(part.architectures())));
  }

  @Test
  void killedItGoesOnAndEndsAsIfItHadNotBeen() throws Exception {
    Path file = file(SMALL.replace("epochs: 2}", "epochs: 2, sleepMillis: 150}"));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Nas.class.getName(),
                "tabulate",
                file.toString(),
                "--out",
                out.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    killOnceRunning(process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(out.resolve("small.npz")).doesNotExist();

    assertThat(terminal.run("tabulate", file, "--out", out)).as(terminal.err()).isZero();

    assertThat(terminal.err()).contains("Resuming after ").contains(" of 18 trainings");
    terminal.run("tabulate", file, "--out", folder.resolve("whole"));
    assertThat(TableFile.resultHash(table("out"))).isEqualTo(TableFile.resultHash(table("whole")));
  }

  private static void killOnceRunning(Process process) throws IOException {
    try (BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
      String line = err.readLine();
      while (line != null && !line.contains(" trial ")) {
        line = err.readLine();
      }
      process.destroyForcibly();
    }
  }

  @Test
  void whatCannotBeTabulatedIsRefused() throws IOException {
    Path file = file(TRAINED);
    Path out = folder.resolve("out");

    assertRefused(
        List.of("tabulate", file, "--out", out, "--set", "evaluator.sharing.mode=bigram"),
        "evaluator.sharing.mode (bigram) cannot be tabulated");
    assertRefused(
        List.of("tabulate", file, "--out", out, "--seeds", 0), "--seeds (0) must be positive.");
    assertRefused(
        List.of("tabulate", file, "--out", out, "--set", "searchSpace.maxLength=20"),
        "tabulate a sample of it: --sample N.");
    assertRefused(
        List.of(
            "tabulate",
            file,
            "--out",
            out,
            "--set",
            "hyperparameters={parameters: {optimizer.learningRate: {type: real, low: 0.1, high:"
                + " 1}}}"),
        "The search space is not finite");
    assertThat(out).doesNotExist();
  }

  private void assertRefused(List<Object> arguments, String message) {
    assertThat(terminal.run(arguments.toArray())).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
  }

  @Test
  void trainingsOfAnotherTableAreNotMixedIn() throws IOException {
    Path file = file(SMALL);
    Path out = folder.resolve("out");
    assertThat(terminal.run("tabulate", file, "--out", out)).as(terminal.err()).isZero();

    assertThat(terminal.run("tabulate", file, "--out", out, "--seeds", 2)).isEqualTo(1);
    assertThat(terminal.err()).contains("contains results of another table");
    assertThat(terminal.run("tabulate", file, "--out", out, "--set", "evaluator.noise=0.2"))
        .isEqualTo(1);
    assertThat(terminal.run("tabulate", file, "--out", out, "--workers", 2)).isZero();
  }
}
