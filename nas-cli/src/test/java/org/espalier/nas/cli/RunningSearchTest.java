package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.experiment.plugin.Catalogue;
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
      budget: {trials: 301}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private Path file;
  private Path runs;

  @TempDir Path folder;

  @BeforeEach
  void writeFile() throws IOException {
    runs = folder.resolve("runs");
    file = Files.writeString(folder.resolve("slow.yaml"), SLOW);
  }

  private NasProcess startSearch() throws IOException {
    NasProcess search = NasProcess.start(folder.resolve("search.txt"), "run", file, "--out", runs);
    // The first line about a trial follows after a tenth of the search.
    search.await(" trial ");
    return search;
  }

  private NasProcess start(Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", runs));
    return NasProcess.start(folder.resolve(arguments[0] + ".txt"), all.toArray());
  }

  private String run(int code, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", runs));
    assertThat(terminal.run(all.toArray())).as(terminal.err()).isEqualTo(code);
    return terminal.out();
  }

  @Test
  void itIsListedAndFollowedByOthersThatMayBeKilled() throws Exception {
    try (NasProcess search = startSearch()) {
      assertThat(run(0, "runs")).contains("running, process " + search.pid());
      JsonNode line = new ObjectMapper().readTree(run(0, "runs", "--json")).get(0);
      assertThat(line.get("holder").asText()).isEqualTo("process " + search.pid());

      JsonNode trials = new ObjectMapper().readTree(run(0, "trials", "latest", "--json"));
      assertThat(trials.size()).isGreaterThan(10);
      JsonNode first = trials.get(0);
      assertThat(first.get("trial").asInt()).isEqualTo(1);
      assertThat(first.get("status").asText()).isEqualTo("completed");
      assertThat(first.get("seed").isIntegralNumber()).isTrue();
      assertThat(first.get("reward").isNumber()).isTrue();
      assertThat(first.fieldNames()).toIterable().anyMatch(name -> name.startsWith("decision."));
      assertThat(run(0, "trials", "latest")).contains("trial  status");

      run(1, "extend", "latest", "--trials", 400);
      assertThat(terminal.err())
          .contains("is running (process " + search.pid() + ")")
          .contains("nas stop ");

      try (NasProcess follow = start("follow", "latest")) {
        follow.awaitResult("trial 1 completed");
        follow.kill();
      }
      assertThat(search.isAlive()).isTrue();
      assertThat(run(0, "runs")).contains("running, process " + search.pid());
    }
  }

  @Test
  void killedItIsInterruptedAndNoLongerFollowed() throws Exception {
    try (NasProcess search = startSearch()) {
      int listed = new ObjectMapper().readTree(run(0, "trials", "latest", "--json")).size();
      try (NasProcess follow = start("follow", "latest")) {
        follow.awaitResult("trial 1 completed");
        int seen = follow.out().split("\n", -1).length;
        follow.awaitResult("trial " + (seen + 5) + " completed");
        assertThat(follow.isAlive()).isTrue();

        search.kill();

        assertThat(follow.end()).isEqualTo(130);
        assertThat(follow.out()).containsPattern("interrupted after [0-9]+ trials[.]\n$");
      }
      assertThat(run(0, "runs")).contains("interrupted").doesNotContain("running");
      assertThat(run(0, "show", "latest")).containsPattern("status +interrupted");
      assertThat(run(0, "stop", "latest")).contains("is not running: interrupted.");
      assertThat(run(130, "follow", "latest"))
          .contains("trial 1 completed")
          .contains("interrupted after");

      String csv = run(0, "trials", "latest", "--csv");
      assertThat(csv).startsWith("trial,status,reward,").contains("\n1,completed,");
      assertThat(csv.lines()).hasSizeGreaterThanOrEqualTo(listed + 1);
      assertThat(run(0, "trials", "latest", "--curves", "--csv")).startsWith("trial,epoch,");

      run(1, "extend", "latest", "--trials", 400);
      assertThat(terminal.err())
          .contains("is interrupted, and only finished runs can be extended.")
          .contains("nas resume ");
    }
  }

  @Test
  void anotherProcessStopsIt() throws Exception {
    try (NasProcess search = startSearch()) {
      try (NasProcess stop = start("stop", "latest", "--wait", 300)) {
        assertThat(stop.end()).isZero();
        assertThat(search.end()).isEqualTo(130);
        assertThat(stop.out()).contains("interrupted.").contains("Continue with: nas resume ");
      }
      assertThat(run(0, "runs")).contains("interrupted");
    }
  }

  @Test
  void anExtensionThatIsKilledIsResumedToTheLargerBudget() throws Exception {
    assertThat(terminal.run("run", file, "--out", runs, "--set", "budget.trials=4")).isZero();

    try (NasProcess extend = start("extend", "latest", "--trials", 40)) {
      extend.await(" trial ");
      assertThat(run(0, "runs")).contains("running, process " + extend.pid());
      extend.kill();
    }
    assertThat(run(0, "runs")).doesNotContain("running").doesNotContain("finished");
    run(1, "extend", "latest", "--trials", 50);
    assertThat(terminal.err()).contains("is interrupted");

    run(0, "resume", "latest");
    assertThat(run(0, "runs")).contains("finished");
    String extended = run(0, "show", "latest", "--ledger");
    Path whole = folder.resolve("whole");
    assertThat(
            terminal.run("run", file, "--out", whole, "--workers", 4, "--set", "budget.trials=40"))
        .isZero();
    assertThat(terminal.run("show", "latest", "--ledger", "--out", whole)).isZero();
    assertThat(extended).isEqualTo(terminal.out()).contains("40");
  }
}
