package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a search of another process, also after its process was killed. */
class RunningSearchTest {
  private static final String SLOW =
      """
      name: slow
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp}
      controller: {type: random}
      evaluator: {type: hidden-architecture, sleepMillis: 100}
      budget: {trials: 1000}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private Process process;
  private Path runs;

  @TempDir Path folder;

  @BeforeEach
  void startSearch() throws IOException {
    runs = folder.resolve("runs");
    Path file = Files.writeString(folder.resolve("slow.yaml"), SLOW);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Nas.class.getName(),
            "run",
            file.toString(),
            "--set",
            "budget.trials=301",
            "--out",
            runs.toString());
    process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    awaitTrials();
  }

  @AfterEach
  void endSearch() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The first line about a trial follows after a tenth of the search. */
  private void awaitTrials() throws IOException {
    BufferedReader err = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      said.add(line);
      if (line.contains(" trial ")) {
        return;
      }
    }
    throw new AssertionError("The search has ended: " + said);
  }

  private String run(int code, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", runs));
    assertThat(terminal.run(all.toArray())).as(terminal.err()).isEqualTo(code);
    return terminal.out();
  }

  @Test
  void itIsListedWithItsProcessAndAsInterruptedOnceThatIsKilled() throws Exception {
    assertThat(run(0, "runs")).contains("running, pid " + process.pid());
    JsonNode line = new ObjectMapper().readTree(run(0, "runs", "--json")).get(0);
    assertThat(line.get("pid").asLong()).isEqualTo(process.pid());

    process.destroyForcibly().waitFor();

    assertThat(run(0, "runs")).contains("interrupted").doesNotContain("running");
    assertThat(run(0, "show", "latest")).containsPattern("status +interrupted");
    assertThat(run(0, "stop", "latest")).contains("is not running: interrupted.");
    assertThat(run(130, "follow", "latest"))
        .contains("trial 1 completed")
        .contains("interrupted after");
  }

  @Test
  void itStopsCleanlyOnRequest() throws Exception {
    String said = run(0, "stop", "latest");

    assertThat(said).contains("interrupted.").contains("Continue with: nas resume ");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(run(0, "runs")).contains("interrupted");
  }

  @Test
  void itsTrialsAreListedWhileItRuns() throws Exception {
    JsonNode trials = new ObjectMapper().readTree(run(0, "trials", "latest", "--json"));
    assertThat(trials.size()).isGreaterThan(10);
    JsonNode first = trials.get(0);
    assertThat(first.get("trial").asInt()).isEqualTo(1);
    assertThat(first.get("status").asText()).isEqualTo("completed");
    assertThat(first.get("seed").isIntegralNumber()).isTrue();
    assertThat(first.get("reward").isNumber()).isTrue();
    assertThat(first.fieldNames()).toIterable().anyMatch(name -> name.startsWith("decision."));
    assertThat(run(0, "trials", "latest")).contains("trial  status");

    process.destroyForcibly().waitFor();

    String csv = run(0, "trials", "latest", "--csv");
    assertThat(csv).startsWith("trial,status,reward,").contains("\n1,completed,");
    assertThat(csv.lines()).hasSizeGreaterThanOrEqualTo(trials.size() + 1);
    assertThat(run(0, "trials", "latest", "--curves", "--csv")).startsWith("trial,epoch,");
  }
}
