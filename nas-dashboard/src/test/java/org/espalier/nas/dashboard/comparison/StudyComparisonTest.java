package org.espalier.nas.dashboard.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.dashboard.DashboardClient;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
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
class StudyComparisonTest {

  private static final String SCRIPT = "<script>alert(1)</script>";

  private final InMemoryStudyRepository studies = new InMemoryStudyRepository();
  private DashboardServer server;
  private DashboardClient client;

  @BeforeEach
  void start() {
    run("a/1", "name: a\nseed: 1\ncontroller: {type: random, batch: 5}\n", "17", 12);
    run("b/1", "name: b\nseed: 1\ncontroller: {type: grid}\n", "21", 8);
    run("a/2", "name: a\nseed: 2\ncontroller: {type: random, batch: 5}\n", "17", 8);
    server =
        DashboardServer.start(
            MemoryPlace.of(studies), Catalogue.of(List.of()), AccessSettings.loopback(0));
    client = new DashboardClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void run(String key, String yaml, String java, int trials) {
    String name = key.substring(0, key.indexOf('/'));
    StudyDescription description =
        new StudyDescription(
            name,
            StudyFixture.SEED,
            yaml,
            Map.of("java", java, "os", "Linux", "audit.01", "KIND\tsubject\tmessage of " + key),
            Instant.EPOCH);
    try (StudyJournal journal = studies.create(key, description)) {
      StudyFixture.random(trials, 1, 1).study(journal).run();
    }
  }

  private HttpResponse<String> get(String path, String... names) throws Exception {
    String query =
        Arrays.stream(names)
            .map(name -> "study=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.get(path + "?" + query);
  }

  private JsonNode compare(String... names) throws Exception {
    HttpResponse<String> answer = get("/api/compare", names);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void onlyWhatDiffersIsShown() throws Exception {
    JsonNode tree = compare("a/1", "b/1");

    assertThat(tree.get("settings").findValuesAsText("name"))
        .containsExactly("name", "controller.type", "controller.batch");
    assertThat(tree.get("settings").get(2).get("values").toString()).isEqualTo("[\"5\",null]");
    assertThat(tree.get("provenance").findValuesAsText("name")).containsExactly("java");
  }

  @Test
  void numbersAndCurvesAreThoseOfTheStudies() throws Exception {
    JsonNode first = compare("a/1", "b/1").get("studies").get(0);
    StoredStudy study = studies.read("a/1");
    double best =
        study.results().stream().mapToDouble(r -> r.reward().orElseThrow()).max().orElseThrow();

    assertThat(first.get("study").asText()).isEqualTo("a/1");
    assertThat(first.get("trials").asInt()).isEqualTo(12);
    assertThat(first.get("epochs").asInt()).isEqualTo(36);
    assertThat(first.get("best").asDouble()).isEqualTo(best);
    int at = first.get("bestTrial").asInt();
    assertThat(study.results().get(at - 1).reward()).hasValue(best);
    JsonNode trials = first.get("curves").get("trials");
    JsonNode epochs = first.get("curves").get("epochs");
    assertThat(trials.get(trials.size() - 1).toString()).isEqualTo("[12," + best + "]");
    assertThat(epochs.get(epochs.size() - 1).toString()).isEqualTo("[36," + best + "]");
    assertThat(trials.get(0).get(0).asInt()).isEqualTo(1);
    assertThat(ascending(trials, 1)).isTrue();
    assertThat(ascending(first.get("curves").get("seconds"), 0)).isTrue();
  }

  private static boolean ascending(JsonNode points, int index) {
    return IntStream.range(1, points.size())
        .allMatch(
            i -> points.get(i - 1).get(index).asDouble() <= points.get(i).get(index).asDouble());
  }

  @Test
  void settingsBecomeAComparisonFile() throws Exception {
    HttpResponse<String> file = get("/api/compare/file", "a/1", "b/1", "a/2");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"comparison.yaml\"");
    assertThat(file.body())
        .contains("a/1, b/1, a/2")
        .contains("arms:\n  a:\n    controller:\n      type: random")
        .isEqualTo(compare("a/1", "b/1", "a/2").get("draft").asText());
  }

  @Test
  void otherSeedsAloneAreNoComparison() throws Exception {
    JsonNode tree = compare("a/1", "a/2");

    assertThat(tree.has("draft")).isFalse();
    assertThat(get("/api/compare/file", "a/1", "a/2").statusCode()).isEqualTo(400);
  }

  @Test
  void theLimitsAreThoseInForce() throws Exception {
    String yaml = "name: a\nbudget: {trials: 8}\n";
    run("a/3", yaml, "17", 8);
    run("a/4", yaml, "17", 8);
    studies
        .requests("a/4")
        .send(
            SteeringRequest.of(
                new SteeringCommand.ChangeBudget(10, null, null, Duration.ofMinutes(90)),
                Instant.EPOCH));
    try (StudyJournal journal = studies.open("a/4")) {
      StudyFixture.random(8, 1, 1).study(journal).run(studies.requests("a/4"));
    }

    JsonNode tree = compare("a/3", "a/4");

    assertThat(tree.get("settings").toString())
        .isEqualTo(
            "[{\"name\":\"budget.trials\",\"values\":[\"8\",\"10\"]},"
                + "{\"name\":\"budget.wallClock\",\"values\":[null,\"1h30m\"]}]");
    assertThat(tree.get("studies").findValuesAsText("commands")).containsExactly("0", "1");
    assertThat(tree.has("draft")).isFalse();
  }

  @Test
  void anUnsuitableChoiceIsRefused() throws Exception {
    String[] many = IntStream.range(0, 13).mapToObj(i -> "s/" + i).toArray(String[]::new);

    assertThat(get("/api/compare").statusCode()).isEqualTo(400);
    assertThat(get("/api/compare", "a/1").statusCode()).isEqualTo(400);
    assertThat(get("/api/compare", "a/1", "a/1").statusCode()).isEqualTo(400);
    assertThat(get("/api/compare", many).statusCode()).isEqualTo(400);
    assertThat(get("/api/compare", "a/1", "none").statusCode()).isEqualTo(404);
    assertThat(get("/api/compare", "a/1", "../../etc/passwd").statusCode()).isEqualTo(404);
  }

  @Test
  void namesAreData() throws Exception {
    run(SCRIPT + "/1", "name: " + SCRIPT + "\n", "17", 1);

    HttpResponse<String> answer = get("/api/compare", "a/1", SCRIPT + "/1");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(
            get("/api/compare", "a/1", SCRIPT).headers().firstValue("Content-Type").orElseThrow())
        .doesNotContain("html");
  }

  @Test
  void withoutTheTokenThereIsNothing() throws Exception {
    for (String path : new String[] {"/api/compare", "/api/compare/file", "/api/comparisons"}) {
      assertThat(client.send(client.request(path + "?study=a/1&study=b/1")).statusCode())
          .isEqualTo(401);
    }
  }
}
