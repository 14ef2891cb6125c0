package org.espalier.nas.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.nas.dashboard.DashboardClient;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StoredExamples;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.study.StudyFixture;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetricsRoutesTest {

  private static final String ODD = "odd \"name\" \\ of\ntwo lines {a=\"b\"} 1";

  private final InMemoryStudyRepository studies = new InMemoryStudyRepository();
  private DashboardServer server;
  private DashboardClient client;

  @BeforeEach
  void start() {
    server =
        DashboardServer.start(
            MemoryPlace.of(studies), Catalogue.of(List.of()), AccessSettings.loopback(0));
    client = new DashboardClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void run(String key, int trials) {
    StudyDescription description =
        new StudyDescription(
            "tokens", StudyFixture.SEED, "name: tokens\nworkers: 3\n", Map.of(), Instant.EPOCH);
    try (StudyJournal journal = studies.create(key, description)) {
      StudyFixture.random(trials, 1, 1).study(journal).run();
    }
  }

  private Map<String, Double> metrics() throws Exception {
    HttpResponse<String> answer = client.get("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    return ExpositionReader.read(answer.body());
  }

  private static String key(String metric, String study, String... more) {
    StringBuilder labels = new StringBuilder("{study=" + study + ", name=tokens");
    for (int i = 0; i < more.length; i += 2) {
      labels.append(", ").append(more[i]).append('=').append(more[i + 1]);
    }
    return "espalier_study_" + metric + labels + "}";
  }

  @Test
  void aStudyHasItsNumbers() throws Exception {
    run("tokens/1", 12);
    StoredStudy study = studies.read("tokens/1");

    Map<String, Double> metrics = metrics();

    assertThat(metrics)
        .containsEntry("espalier_studies{}", 1.0)
        .containsEntry(key("trials", "tokens/1", "state", "completed"), 12.0)
        .containsEntry(key("trials", "tokens/1", "state", "failed"), 0.0)
        .containsEntry(key("status", "tokens/1", "status", "finished"), 1.0)
        .containsEntry(key("status", "tokens/1", "status", "running"), 0.0)
        .containsEntry(key("running", "tokens/1"), 0.0)
        .containsEntry(key("workers", "tokens/1"), 3.0)
        .containsEntry(key("epochs_total", "tokens/1"), 36.0)
        .containsEntry(key("trial_failures_total", "tokens/1", "cause", "out_of_memory"), 0.0)
        .containsKey(key("phase_seconds_total", "tokens/1", "phase", "train"))
        .containsKey("process_start_time_seconds{}")
        .doesNotContainKey(key("trial_failures_total", "tokens/1", "cause", "infeasible"));
    assertThat(metrics.get(key("best_reward", "tokens/1")))
        .isEqualTo(
            study.results().stream()
                .mapToDouble(result -> result.reward().orElseThrow())
                .max()
                .orElseThrow());
    assertThat(metrics.get(key("last_event_timestamp_seconds", "tokens/1")))
        .isCloseTo((double) Instant.now().getEpochSecond(), within(60.0));
  }

  @Test
  void aStudyIsFollowedUntilItsProcessIsGone() throws Exception {
    StudyDescription description =
        new StudyDescription("tokens", StudyFixture.SEED, "name: t\n", Map.of(), Instant.EPOCH);
    StudyJournal journal = studies.create("tokens/1", description);
    assertThat(metrics())
        .containsEntry(key("running", "tokens/1"), 1.0)
        .containsEntry(key("trials", "tokens/1", "state", "completed"), 0.0);

    StudyFixture.random(5, 1, 1).study(journal).run();
    journal.close();

    assertThat(metrics())
        .containsEntry(key("running", "tokens/1"), 0.0)
        .containsEntry(key("trials", "tokens/1", "state", "completed"), 5.0)
        .containsEntry(key("status", "tokens/1", "status", "finished"), 1.0);
  }

  @Test
  void aKilledProcessRunsNoStudy() throws Exception {
    StudyDescription description =
        new StudyDescription("tokens", StudyFixture.SEED, "name: t\n", Map.of(), Instant.EPOCH);
    try (StudyJournal journal = studies.create("tokens/1", description)) {
      int unused = journal.beginSession(Instant.EPOCH);
      assertThat(metrics()).containsEntry(key("running", "tokens/1"), 1.0);
    }
    assertThat(metrics())
        .containsEntry(key("running", "tokens/1"), 0.0)
        .containsEntry(key("status", "tokens/1", "status", "interrupted"), 1.0);
  }

  @Test
  void aTrialOfAKilledProcessIsNotRunning() throws Exception {
    StudyDescription description =
        new StudyDescription("tokens", StudyFixture.SEED, "name: t\n", Map.of(), Instant.EPOCH);
    try (StudyJournal journal = studies.create("tokens/1", description)) {
      int first = journal.beginSession(Instant.ofEpochSecond(10));
      journal.asked(StoredExamples.ask(2));
      journal.started(1, Instant.ofEpochSecond(11), "worker-1");
      journal.started(2, Instant.ofEpochSecond(12), "worker-2");
      int second = journal.beginSession(Instant.ofEpochSecond(20));
      journal.started(1, Instant.ofEpochSecond(21), "worker-1");

      assertThat(List.of(first, second)).containsExactly(1, 2);
      assertThat(metrics())
          .containsEntry(key("trials", "tokens/1", "state", "running"), 1.0)
          .containsEntry(key("trials", "tokens/1", "state", "waiting"), 1.0);
    }
  }

  @Test
  void namesAreEscaped() throws Exception {
    run(ODD, 1);

    assertThat(metrics()).containsEntry(key("trials", ODD, "state", "completed"), 1.0);
  }

  @Test
  void anEmptyPlaceHasNoStudies() throws Exception {
    assertThat(metrics())
        .containsEntry("espalier_studies{}", 0.0)
        .allSatisfy((name, value) -> assertThat(name).doesNotContain("study="));
  }

  @Test
  void theOldestOfManyStudiesAreOmitted() throws Exception {
    for (int i = 0; i < MetricsRoutes.MOST_STUDIES + 3; i++) {
      run("s/" + i, 1);
    }

    Map<String, Double> metrics = metrics();

    assertThat(metrics)
        .containsEntry("espalier_studies{}", 203.0)
        .containsEntry("espalier_studies_omitted{}", 3.0)
        .doesNotContainKey(key("running", "s/2"))
        .containsKey(key("running", "s/3"))
        .containsKey(key("running", "s/202"));
    assertThat(metrics.size()).isLessThan(31 * MetricsRoutes.MOST_STUDIES);
  }

  @Test
  void withoutTheTokenThereAreNone() throws Exception {
    run("tokens/1", 1);

    for (String given : List.of("Bearer wrong", "Bearer ", "Basic dXNlcjpwYXNz", "")) {
      HttpResponse<String> answer =
          client.send(client.request("/metrics").header("Authorization", given));
      assertThat(answer.statusCode()).as(given).isEqualTo(401);
      assertThat(answer.body()).doesNotContain("tokens");
    }
    assertThat(client.send(client.request("/metrics")).statusCode()).isEqualTo(401);
  }

  @Test
  void pagesOfOtherSitesGetNone() throws Exception {
    assertThat(
            client
                .send(client.request("/metrics").header("Origin", "http://evil.example"))
                .statusCode())
        .isEqualTo(403);
  }
}
