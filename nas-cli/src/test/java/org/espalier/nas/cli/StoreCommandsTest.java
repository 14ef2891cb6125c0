package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on studies that a database server keeps. */
class StoreCommandsTest {
  private static final String BANDIT =
      """
      name: bandit
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8, 16], activations: [relu, tanh], dropout: [0.1], maxLength: 5}
      controller: {type: evolution, population: 6, tournament: 2}
      evaluator: {type: hidden-architecture, noise: 0.1, epochs: 9}
      budget: {trials: 12}
      """;

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final StudyServers servers = new StudyServers(List.of(new MemoryServers()), Map.of());
  private Terminal terminal = terminal(Map.of());

  @TempDir Path folder;

  private Path file;
  private Path here;
  private Path there;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("bandit.yaml"), BANDIT);
    here = folder.resolve("here");
    there = folder.resolve("there");
  }

  private Terminal terminal(Map<String, String> environment) {
    return new Terminal(folders -> catalogue, environment, servers);
  }

  private String run(Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    return terminal.out();
  }

  private String refused(int code, Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.out()).isEqualTo(code);
    assertThat(terminal.out()).isEmpty();
    return terminal.err();
  }

  /** Returns the ledger of a run that is kept in its folder. */
  private String ledger(int trials) {
    Path local = folder.resolve("local" + trials);
    run("run", file, "--out", local, "--set", "budget.trials=" + trials);
    return run("show", "latest", "--ledger", "--out", local);
  }

  private StudyRepository server(String url) {
    return servers.at(new StoreUrl(url));
  }

  private JsonNode json(Object... arguments) throws IOException {
    return new ObjectMapper().readTree(run(arguments));
  }

  @Test
  void aServerKeepsTheStudyAndTheFolderTheFiles() throws IOException {
    run("run", file, "--store", "memory:a", "--out", here);

    Path run = new RunFolders(here).find("latest");
    assertThat(run.resolve("study.db")).doesNotExist();
    assertThat(run.resolve("report.html")).isRegularFile();
    assertThat(run.resolve("store.json")).content().contains("memory:a", RunFolders.key(run));
    assertThat(run.resolve("experiment.yaml")).content().doesNotContain("memory:a");
    assertThat(server("memory:a").list()).containsExactly(RunFolders.key(run));
    assertThat(server("memory:a").read(RunFolders.key(run)).description().yaml())
        .doesNotContain("store:");
    assertThat(run("show", run, "--ledger")).isEqualTo(ledger(12));
    assertThat(json("runs", "--out", here, "--json").get(0).get("trials").asInt()).isEqualTo(12);
    assertThat(run("top", "latest", "--out", here)).contains("1");
    assertThat(run("follow", "bandit", "--out", here)).contains("finished after 12 trials");
    assertThat(run("replay", run)).isNotEmpty();
  }

  @Test
  void theFileNamesTheServerUnlessTheEnvironmentOrAFlagDoes() throws IOException {
    Files.writeString(file, BANDIT + "store: {url: memory:file}\n");
    run("run", file, "--out", here);
    assertThat(server("memory:file").list()).hasSize(1);

    terminal = terminal(Map.of("NAS_STORE", "memory:variable"));
    run("run", file, "--out", here);
    assertThat(server("memory:variable").list()).hasSize(1);
    run("run", file, "--out", here, "--store", "memory:flag");
    run("run", file, "--out", here, "--set", "store.url=memory:flag");
    assertThat(server("memory:flag").list()).hasSize(2);
    assertThat(server("memory:file").list()).hasSize(1);
    assertThat(server("memory:variable").list()).hasSize(1);
    assertThat(json("runs", "--json")).hasSize(1);
    assertThat(json("runs", "--json", "--store", "memory:flag")).hasSize(2);
  }

  @Test
  void commandsWorkOnAMachineWithoutTheFolder() throws IOException {
    run("run", file, "--store", "memory:a", "--out", here);
    String key = server("memory:a").list().get(0);
    for (List<String> command :
        List.of(
            List.of("show", key),
            List.of("show", "bandit", "best"),
            List.of("trials", "latest"),
            List.of("top", key.substring(key.indexOf('/') + 1)),
            List.of("report", "latest"))) {
      List<Object> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--store", "memory:a", "--out", there, "--json"));
      assertThat(json(arguments.toArray())).isNotEmpty();
    }
    Path run = there.resolve(key);
    assertThat(run.resolve("experiment.yaml"))
        .hasSameTextualContentAs(here.resolve(key).resolve("experiment.yaml"));
    assertThat(run.resolve("report.html")).isRegularFile();
    run("extend", run, "--trials", "20");
    assertThat(run("show", key, "--ledger", "--out", here)).isEqualTo(ledger(20));
  }

  @Test
  void listsTheRunsOfAServerWithoutMakingFolders() throws IOException {
    assertThat(run("runs", "--store", "memory:a")).isEqualTo("No runs in memory:a yet.\n");
    run("run", file, "--store", "memory:a", "--out", here);
    String key = server("memory:a").list().get(0);
    try (StudyJournal open = server("memory:a").open(key)) {
      JsonNode row = json("runs", "--store", "memory:a", "--out", there, "--json").get(0);
      assertThat(row.get("run").asText()).isEqualTo(open.description().name() + "/" + id(key));
      assertThat(row.get("holder").asText()).startsWith("process ");
      assertThat(run("runs", "--store", "memory:a", "--out", there)).contains(", process ");
      assertThat(refused(1, "extend", here.resolve(key), "--trials", "20"))
          .contains("is running (process ");
    }
    assertThat(there).doesNotExist();
  }

  private static String id(String key) {
    return key.substring(key.indexOf('/') + 1);
  }

  @Test
  void anotherMachineResumesAnInterruptedRun() {
    run("run", file, "--store", "memory:whole", "--out", here);
    String key = server("memory:whole").list().get(0);
    killed(key, 5);

    run("resume", "bandit", "--store", "memory:killed", "--out", there);

    assertThat(run("show", there.resolve(key), "--ledger")).isEqualTo(ledger(12));
    assertThat(server("memory:killed").read(key).sessions()).hasSize(2);
  }

  /** Stores what a process would have stored that was killed after some asks. */
  private void killed(String key, int asks) {
    try (StudyJournal whole = server("memory:whole").open(key);
        StudyJournal part = server("memory:killed").create(key, whole.description())) {
      List<RecordedAsk> made = whole.asks().subList(0, asks);
      int proposed = made.stream().mapToInt(RecordedAsk::proposed).sum();
      List<StoredTrial> trials = whole.trials().subList(0, proposed);
      Instant at = Instant.EPOCH;
      assertThat(part.beginSession(at)).isEqualTo(1);
      part.asked(
          new AskEntry(
              trials.stream().map(StoredTrial::trial).toList(), made, new TreeMap<>(), null, at));
      for (StoredTrial trial : trials.subList(0, made.get(asks - 1).told())) {
        part.started(trial.trial().number(), at, "worker-1");
        part.finished(trial.result().orElseThrow(), at);
      }
    }
  }

  @Test
  void aRunThatWasKilledBeforeItsStudyWasStoredBeginsAgainInTheServer() throws IOException {
    run("run", file, "--store", "memory:a", "--out", here);
    Path run = new RunFolders(here).find("latest");
    Files.writeString(
        run.resolve("store.json"),
        "{\"url\": \"memory:b\", \"key\": \"%s\"}".formatted(RunFolders.key(run)));

    run("resume", run);

    assertThat(server("memory:b").list()).containsExactly(RunFolders.key(run));
    assertThat(run("show", run, "--ledger")).isEqualTo(ledger(12));
    assertThat(run.resolve("study.db")).doesNotExist();
  }

  @Test
  void copiesAStudyIntoAServerAndBack() {
    run("run", file, "--out", here);
    String before = run("show", "latest", "--ledger", "--out", here);
    String trials = run("trials", "latest", "--json", "--out", here);

    assertThat(run("copy", "latest", "memory:a", "--out", here)).contains("12 trials to memory:a");
    String key = server("memory:a").list().get(0);
    assertThat(run("show", key, "--ledger", "--store", "memory:a", "--out", there))
        .isEqualTo(before);
    assertThat(run("copy", key, "--store", "memory:a", "--out", there)).contains("12 trials from");

    Path copy = there.resolve(key);
    assertThat(copy.resolve("study.db")).isRegularFile();
    assertThat(copy.resolve("store.json")).doesNotExist();
    assertThat(run("show", copy, "--ledger")).isEqualTo(before);
    assertThat(run("trials", copy, "--json")).isEqualTo(trials);
    run("extend", copy, "--trials", "20");
    assertThat(run("show", copy, "--ledger")).isEqualTo(ledger(20));
    assertThat(refused(1, "copy", copy, "memory:a")).contains("exists already");
    assertThat(refused(2, "copy", key, "--store", "memory:a", "--out", there))
        .contains("The folder %s has the study of study.db, not that of memory:a".formatted(copy));
    assertThat(refused(2, "copy", copy)).contains("as --store URL");
  }

  @Test
  void aCopiedRunThatWasInterruptedIsResumed() {
    run("run", file, "--store", "memory:whole", "--out", here);
    String key = server("memory:whole").list().get(0);
    killed(key, 3);

    run("copy", "latest", "--store", "memory:killed", "--out", there);
    run("resume", there.resolve(key));

    assertThat(run("show", there.resolve(key), "--ledger")).isEqualTo(ledger(12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory://ann:secret@host/a",
        "jdbc:postgresql://host/a?user=ann&password=secret",
      })
  void credentialsAreRefusedBeforeAnythingIsStored(String url) throws IOException {
    String reason = "url must not contain a user or a password.";
    assertThat(refused(2, "run", file, "--out", here, "--store", url))
        .contains(reason)
        .doesNotContain("secret");
    assertThat(refused(2, "runs", "--store", url)).contains(reason).doesNotContain("secret");
    assertThat(refused(2, "run", file, "--out", here, "--set", "store.url=" + url))
        .contains(reason)
        .doesNotContain("secret");
    assertThat(refused(2, "run", file, "--out", here, "--set", "store={url: '" + url + "'}"))
        .contains(reason)
        .doesNotContain("secret");
    run("run", file, "--out", there);
    assertThat(refused(2, "copy", "latest", url, "--out", there))
        .contains(reason)
        .doesNotContain("secret");
    terminal = terminal(Map.of("NAS_STORE", url));
    assertThat(refused(2, "run", file, "--out", here)).contains(reason).doesNotContain("secret");
    Files.writeString(file, BANDIT + "store: {url: '" + url + "'}\n");
    terminal = terminal(Map.of());
    assertThat(refused(2, "run", file, "--out", here))
        .contains("bandit.yaml:7:14: " + reason)
        .doesNotContain("secret");
    assertThat(here).doesNotExist();
  }

  @Test
  void aSearchThatCannotBeginLeavesNothingInTheServer() {
    assertThat(
            refused(
                2,
                "run",
                file,
                "--out",
                here,
                "--store",
                "memory:a",
                "--set",
                "controller={type: hyperband}",
                "--set",
                "cache=true"))
        .contains("cache (true) cannot be combined");
    assertThat(server("memory:a").list()).isEmpty();
    assertThat(here).doesNotExist();
  }

  @Test
  void namesTheModuleThatAServerNeeds() throws IOException {
    String url = "jdbc:postgresql://host:5432/db";
    String message =
        "store.url (%s) needs the PostgreSQL module: run with NAS_PROFILE=postgresql.\n"
            .formatted(url);
    assertThat(refused(2, "run", file, "--out", here, "--store", url)).isEqualTo(message);
    assertThat(here).doesNotExist();
    assertThat(refused(2, "show", "latest", "--out", here, "--store", url)).isEqualTo(message);
    Path run = Files.createDirectories(here.resolve("bandit/1"));
    Files.writeString(run.resolve("store.json"), "{\"url\": \"" + url + "\", \"key\": \"a/1\"}");
    assertThat(refused(2, "resume", run)).isEqualTo(message);
    assertThat(run("runs", "--out", here)).contains("unreadable");
  }

  @Test
  void namesTheRunsThatAServerHas() {
    assertThat(refused(2, "top", "latest", "--store", "memory:a", "--out", here))
        .isEqualTo("There is no run latest in memory:a. No runs yet.\n");
    run("run", file, "--store", "memory:a", "--out", here);
    assertThat(refused(2, "top", "vine", "--store", "memory:a", "--out", here))
        .isEqualTo(
            "There is no run vine in memory:a. The latest runs: %s.\n"
                .formatted(server("memory:a").list().get(0)));
  }
}
