package org.espalier.nas.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoredExamples;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are open while studies are written, in real run folders. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FollowTest {

  private static final String STUDY = "a/1";
  private static final String FEED = "/api/changes?study=" + STUDY + "&after=";

  @TempDir Path folder;

  private StudyRepository studies;
  private DashboardServer server;
  private FeedClient client;

  @BeforeEach
  void start() throws Exception {
    studies = new RunFolderRepository(folder);
    server =
        DashboardServer.start(
            DashboardPlace.inFolders(folder, studies, folder.resolve("comparisons")),
            Catalogue.of(List.of()),
            AccessSettings.loopback(0));
    client = new FeedClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static StudyJournal create(StudyRepository studies, String key) {
    return studies.create(
        key,
        new StudyDescription(
            "a", 1, "name: a\nbudget: {trials: 8}\n", Map.of(), Instant.ofEpochMilli(1000)));
  }

  private static void ask(StudyJournal journal, int first, int last) {
    journal.asked(
        StoredExamples.ask(
            first, last, new RecordedAsk(first - 1, last - first + 1, last - first + 1), null));
  }

  private String version() throws Exception {
    return client.json("/api/study?study=" + STUDY).path("version").asText();
  }

  private static List<Integer> numbers(FeedClient.Event event) {
    List<Integer> numbers = new ArrayList<>();
    event.data().path("rows").forEach(row -> numbers.add(row.path("number").asInt()));
    return numbers;
  }

  private static String state(FeedClient.Event event, int trial) {
    for (JsonNode row : event.data().path("rows")) {
      if (row.path("number").asInt() == trial) {
        return row.path("state").asText();
      }
    }
    return "not told";
  }

  @Test
  void aPageIsToldOfTheRowsThatChanged() throws Exception {
    try (StudyJournal journal = create(studies, STUDY)) {
      journal.beginSession(Instant.now());
      ask(journal, 1, 6);
      JsonNode study = client.json("/api/study?study=" + STUDY);
      assertThat(study.path("rows")).hasSize(6);
      assertThat(study.path("head").path("budgetTrials").asInt()).isEqualTo(8);
      try (FeedClient.Feed feed = client.follow(FEED + study.path("version").asText())) {
        journal.started(5, Instant.now(), "worker-1");
        FeedClient.Event started = feed.next();
        assertThat(started.name()).isEqualTo("changes");
        assertThat(numbers(started)).containsExactly(5);
        assertThat(state(started, 5)).isEqualTo("running");
        assertThat(started.data().path("head").path("running").asInt()).isEqualTo(1);

        journal.measured(5, new Measurement(1, Map.of("loss", 1.0)));
        assertThat(numbers(feed.next())).containsExactly(5);

        journal.batch(
            () -> {
              journal.finished(StoredExamples.results().get(0), Instant.now());
              journal.finished(StoredExamples.results().get(2), Instant.now());
            });
        FeedClient.Event finished = feed.next();
        assertThat(numbers(finished)).containsExactly(1, 3);
        assertThat(finished.data().path("head").path("finished").asInt()).isEqualTo(2);
        assertThat(finished.data().path("head").path("failed").asInt()).isEqualTo(1);
        assertThat(finished.data().path("head").has("remainingSeconds")).isTrue();
      }
    }
  }

  @Test
  void aPageThatConnectsAgainMissesNothing() throws Exception {
    try (StudyJournal journal = create(studies, STUDY)) {
      journal.beginSession(Instant.now());
      ask(journal, 1, 3);
      String version = version();
      String lastId;
      try (FeedClient.Feed feed = client.follow(FEED + version)) {
        journal.started(1, Instant.now(), "worker-1");
        lastId = feed.next().id();
      }
      journal.started(2, Instant.now(), "worker-1");
      try (FeedClient.Feed feed = client.followAgain(FEED + version, lastId)) {
        assertThat(numbers(feed.next())).containsExactly(2);
      }
      try (FeedClient.Feed feed = client.follow(FEED + version)) {
        assertThat(numbers(feed.next())).containsExactly(1, 2);
      }
      try (FeedClient.Feed feed = client.follow(FEED + "of-another-server-7")) {
        FeedClient.Event reset = feed.next();
        assertThat(reset.name()).isEqualTo("reset");
        assertThat(reset.id()).isEqualTo(version());
      }
    }
  }

  /** Program that works on a study until it is killed. */
  static final class Worker {

    private Worker() {}

    public static void main(String... arguments) throws InterruptedException {
      Path folder = Path.of(arguments[0]);
      StudyJournal journal = create(new RunFolderRepository(folder), arguments[1]);
      journal.beginSession(Instant.now());
      ask(journal, 1, 4);
      journal.finished(StoredExamples.results().get(0), Instant.now());
      journal.started(2, Instant.now(), "worker-1");
      Thread.sleep(TimeUnit.MINUTES.toMillis(5));
      journal.close();
    }
  }

  @Test
  void aStudyIsFollowedThroughDeathAndResumption() throws Exception {
    String key = folder.resolve(STUDY).toString();
    Process worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                folder.toString(),
                key)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("worker.log").toFile())
            .start();
    try (FeedClient.Feed feed = client.follow(FEED)) {
      assertThat(feed.next().name()).isEqualTo("reset");
      JsonNode running = client.json("/api/study?study=" + STUDY).path("head");
      while (running.path("running").asInt() == 0) {
        assertThat(worker.isAlive()).isTrue();
        running = client.json("/api/study?study=" + STUDY).path("head");
      }
      assertThat(running.path("holder").asText()).isEqualTo("process " + worker.pid());

      worker.destroyForcibly().waitFor();
      FeedClient.Event killed = feed.status("interrupted");
      assertThat(killed.data().path("head").has("holder")).isFalse();
      assertThat(killed.data().path("head").path("running").asInt()).isZero();
      assertThat(state(killed, 2)).isEqualTo("waiting");

      try (StudyJournal journal = studies.open(key)) {
        int session = journal.beginSession(Instant.now());
        assertThat(numbers(feed.status("running"))).doesNotContain(1);
        StoredExamples.results().stream()
            .skip(1)
            .forEach(result -> journal.finished(result, Instant.now()));
        journal.endSession(session, Instant.now(), "TRIALS", new TreeMap<>());
      }
      FeedClient.Event ended = feed.status("finished");
      assertThat(ended.data().path("head").path("finished").asInt()).isEqualTo(4);
    } finally {
      worker.destroyForcibly();
    }
  }

  private void delete(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aStudyThatIsDeletedIsGoneAndMayComeAgain() throws Exception {
    Path run = folder.resolve(STUDY);
    create(studies, run.toString()).close();
    try (FeedClient.Feed feed = client.follow(FEED + version())) {
      delete(run);
      FeedClient.Event gone = feed.next();
      assertThat(gone.name()).isEqualTo("gone");
      assertThat(gone.data().path("study").asText()).isEqualTo(STUDY);

      create(studies, run.toString()).close();
      assertThat(feed.next().name()).isEqualTo("reset");
    }
  }

  /** The end of a connection is found out by writing, some seconds later. */
  @Test
  void nobodyLooksAtAStudyThatNobodyWatches() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    StudyRepository memory = new InMemoryStudyRepository();
    create(memory, STUDY).close();
    StudyRepository counting =
        (StudyRepository)
            Proxy.newProxyInstance(
                StudyRepository.class.getClassLoader(),
                new Class<?>[] {StudyRepository.class},
                (proxy, method, arguments) -> {
                  looks.incrementAndGet();
                  return method.invoke(memory, arguments);
                });
    try (DashboardServer other =
        DashboardServer.start(
            MemoryPlace.of(counting), Catalogue.of(List.of()), AccessSettings.loopback(0))) {
      FeedClient page = new FeedClient(other);
      try (FeedClient.Feed feed = page.follow(FEED)) {
        feed.next();
        int before = looks.get();
        while (looks.get() < before + 5) {
          Thread.sleep(10);
        }
      }
      int before;
      do {
        before = looks.get();
        Thread.sleep(1500);
      } while (looks.get() > before);
      assertThat(page.json("/api/study?study=" + STUDY).path("rows")).isEmpty();
    }
  }

  @Test
  void theListIsFollowed() throws Exception {
    create(studies, folder.resolve(STUDY).toString()).close();
    try (FeedClient.Feed feed = client.follow("/api/changes")) {
      assertThat(feed.next().data().path("studies")).hasSize(1);

      Path second = folder.resolve("b").resolve("2");
      StudyJournal journal = create(studies, second.toString());
      JsonNode line = feed.next().data().path("studies");
      assertThat(line).hasSize(1);
      assertThat(line.get(0).path("study").asText()).isEqualTo("b/2");
      while (!line.path(0).path("status").asText().equals("running")) {
        line = feed.next().data().path("studies");
      }
      journal.close();
      assertThat(feed.next().data().path("studies").get(0).path("status").asText())
          .isEqualTo("interrupted");

      delete(second);
      assertThat(feed.next().data().path("removed").get(0).asText()).isEqualTo("b/2");
    }
  }
}
