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

/** Commands on a comparison of another process, also after its process was killed. */
class RunningComparisonTest {
  private static final String SLOW =
      """
      name: slow
      base:
        name: base
        dataset: {type: moons, samples: 60}
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu, tanh], dropout: [], maxLength: 4}
        controller: {type: random}
        evaluator: {type: hidden-architecture, noise: 0.1, sleepMillis: 40}
        output: {report: false}
      budget: {trials: 10}
      resamples: 100
      seeds: 50
      workers: 1
      arms:
        random:
        evolution: {controller: {type: evolution, population: 5, tournament: 2}}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private Path file;
  private Path out;

  @TempDir Path folder;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(folder.resolve("slow.yaml"), SLOW);
    out = folder.resolve("out");
  }

  private String run(int code, Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.err()).isEqualTo(code);
    return terminal.out();
  }

  private JsonNode line() throws IOException {
    JsonNode lines = new ObjectMapper().readTree(run(0, "comparisons", "--out", out, "--json"));
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void itIsListedAndReportedWhileItRunsAndAfterItWasKilled() throws Exception {
    try (NasProcess compare =
        NasProcess.start(folder.resolve("compare.txt"), "compare", file, "--out", out)) {
      // A line follows after a tenth of the searches.
      compare.await(" search ");

      JsonNode running = line();
      assertThat(running.get("status").asText()).isEqualTo("running");
      assertThat(running.get("pid").asLong()).isEqualTo(compare.pid());
      assertThat(running.get("searches").asInt()).isEqualTo(100);
      assertThat(running.get("searchesEnded").asInt()).isBetween(4, 99);
      assertThat(running.get("seeds").asInt()).isEqualTo(50);
      assertThat(running.get("file").asText()).isEqualTo(file.toString());
      assertThat(running.get("arms")).extracting(JsonNode::asText).contains("random", "evolution");
      assertThat(running.get("verdict")).isEmpty();
      assertThat(run(0, "comparisons", "--out", out))
          .contains("slow        running, pid " + compare.pid());
      assertThat(run(0, "report", out.resolve("slow"))).contains("report.html");
      assertThat(compare.isAlive()).isTrue();

      compare.kill();
    }
    JsonNode killed = line();
    assertThat(killed.get("status").asText()).isEqualTo("interrupted");
    assertThat(killed.has("pid")).isFalse();
    assertThat(killed.get("searchesEnded").asInt()).isBetween(4, 99);
    assertThat(run(0, "report", "slow", "--out", out)).contains("report.html");
    assertThat(line().get("verdict").get(0).asText())
        .isEqualTo(
            "Preliminary: only %d of 100 searches have ended."
                .formatted(killed.get("searchesEnded").asInt()));
    assertThat(out.resolve("slow/report.html"))
        .content()
        .contains("Preliminary: only")
        .contains("validation.accuracy");

    assertThat(run(0, "compare", file, "--out", out, "--workers", 16))
        .doesNotContain("Preliminary", "were added");
    assertThat(line().get("status").asText()).isEqualTo("finished");
    assertThat(line().get("verdict").toString()).doesNotContain("Preliminary");
  }

  @Test
  void itsReportIsWrittenAnewWithEqualNumbers() throws IOException {
    Path quick =
        Files.writeString(file, SLOW.replace("40}", "0}").replace("seeds: 50", "seeds: 4"));
    run(0, "compare", quick, "--out", out);
    Path results = out.resolve("slow/results.json");
    Path searches = out.resolve("slow/searches.csv");
    String before = Files.readString(results);
    String table = Files.readString(searches);
    Files.delete(results);
    Files.delete(searches);
    Files.delete(quick);

    assertThat(line().get("verdict")).isEmpty();
    JsonNode written = new ObjectMapper().readTree(run(0, "report", out.resolve("slow"), "--json"));

    assertThat(written).extracting(JsonNode::asText).contains(results.toString());
    assertThat(results).hasContent(before);
    assertThat(searches).hasContent(table);
    assertThat(line().get("verdict")).isNotEmpty();
    assertThat(run(0, "comparisons", "--out", out)).contains("finished").contains("8/8");
  }

  @Test
  void thereAreNoneYet() {
    assertThat(run(0, "comparisons", "--out", out))
        .isEqualTo("No comparisons in " + out + " yet.\n");
    run(2, "report", "slow", "--out", out);
    assertThat(terminal.err()).contains("There is no run slow in " + out);
  }

  @Test
  void aDamagedIndexIsSaidToBe() throws IOException {
    Files.createDirectories(out.resolve("slow"));
    Files.writeString(out.resolve("slow/index.json"), "{\"source\":");

    assertThat(line().get("status").asText()).isEqualTo("unreadable");
    run(1, "report", out.resolve("slow"));
    assertThat(terminal.err())
        .contains("index.json cannot be read: it is no index of a comparison");
  }

  @Test
  void eventFilesAreForRuns() throws IOException {
    Files.createDirectories(out.resolve("slow"));
    Files.writeString(out.resolve("slow/index.json"), "{}");
    run(2, "report", out.resolve("slow"), "--tensorboard");
    assertThat(terminal.err()).contains("--tensorboard is for runs; ");
  }
}
