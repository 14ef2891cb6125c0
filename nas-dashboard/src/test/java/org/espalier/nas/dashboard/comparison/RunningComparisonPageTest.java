package org.espalier.nas.dashboard.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.espalier.nas.dashboard.DashboardClient;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.experiment.Espalier;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class RunningComparisonPageTest {

  private static final String COMPARISON =
      """
      name: bits
      description: Which of <b>three</b>?
      seeds: 6
      base:
        searchSpace:
          type: hyperparameters
          parameters: {a: {type: boolean}, b: {type: boolean}, c: {type: boolean}}
        controller: {type: random}
        evaluator: {type: nk-landscape}
        reward: {type: metric, metric: fitness}
        budget: {trials: 6}
      arms:
        random: {controller: {type: random}}
        grid: {controller: {type: grid}}
        evolution: {controller: {type: evolution, population: 3, tournament: 2}}
      """;

  private Path folder;
  private DashboardServer server;
  private DashboardClient client;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path file = Files.writeString(folder.resolve("bits.yaml"), COMPARISON);
    Path root = folder.resolve("comparisons");
    Espalier.compare(file).output(root).run();
    copy(root.resolve("bits"), root.resolve("early"));
    Files.createDirectory(root.resolve("damaged"));
    Files.writeString(root.resolve("damaged/index.json"), "{");
    Files.createDirectory(root.resolve("other"));
    server =
        DashboardServer.start(
            MemoryPlace.of(new InMemoryStudyRepository(), root),
            Catalogue.of(List.of()),
            AccessSettings.loopback(0));
    client = new DashboardClient(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void allComparisonsAreListed() throws Exception {
    JsonNode list = json("/api/comparisons").get("comparisons");

    assertThat(list.findValuesAsText("comparison")).containsExactly("bits", "damaged", "early");
    assertThat(list.get(0).get("status").asText()).isEqualTo("finished");
    assertThat(list.get(0).get("verdict")).isNotEmpty();
    assertThat(list.get(1).get("status").asText()).isEqualTo("unreadable");
  }

  @Test
  void aFinishedOneHasTheNumbersOfItsReport() throws Exception {
    JsonNode tree = json("/api/comparison?name=bits");
    Path results = folder.resolve("comparisons/bits/results.json");

    assertThat(tree.get("verdict"))
        .isEqualTo(new ObjectMapper().readTree(results.toFile()).get("verdict"));
    assertThat(tree.get("planned").asInt()).isEqualTo(18);
    assertThat(tree.get("ended").asInt()).isEqualTo(18);
    assertThat(tree.has("early")).isFalse();
    JsonNode problem = tree.get("problems").get(0);
    assertThat(problem.get("ranking").get("rows").size()).isEqualTo(3);
    assertThat(problem.get("pairs").get("rows").size()).isEqualTo(3);
    assertThat(problem.get("pairs").get("columns").toString()).contains("adjusted p", "Cliff");
    assertThat(tree.get("figures").findValuesAsText("name"))
        .contains("curves", "distribution", "pairs", "ranks");
  }

  /** Also without any search, and with too few for tests and ranks. */
  @Test
  void anEarlyLookGrowsAndSaysThatItIsEarly() throws Exception {
    Path early = folder.resolve("comparisons/early");
    List<Path> searches;
    try (Stream<Path> files = Files.walk(early.resolve("searches"))) {
      searches = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    List<String> texts = searches.stream().map(RunningComparisonPageTest::text).toList();
    for (Path search : searches) {
      Files.delete(search);
    }
    for (int ended = 0; ended <= searches.size(); ended++) {
      JsonNode tree =
          new ObjectMapper()
              .valueToTree(
                  new AnalysedComparisons(early.getParent(), Instant::now).of(early).tree());
      assertThat(tree.get("ended").asInt()).isEqualTo(ended);
      assertThat(tree.has("early")).isEqualTo(ended < searches.size());
      if (ended < searches.size()) {
        assertThat(tree.get("verdict").get(0).asText()).startsWith("Preliminary: only " + ended);
        Files.writeString(searches.get(ended), texts.get(ended));
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"curves", "curves&layout=phone", "ranks", "pairs", "distribution"})
  void figuresAreWellFormedAndHaveNoScript(String figure) throws Exception {
    HttpResponse<String> answer = client.get("/api/comparison/figure?name=bits&figure=" + figure);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("image/svg+xml");
    assertThat(answer.body()).doesNotContain("<script").contains("prefers-color-scheme:dark");
    var unused =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theReportRunsNoScript() throws Exception {
    HttpResponse<String> report = client.get("/api/comparison/report?name=bits");

    assertThat(report.body()).contains("Which of &lt;b&gt;three&lt;/b&gt;?");
    assertThat(report.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("sandbox")
        .doesNotContain("script-src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/comparison",
        "/api/comparison?name=none",
        "/api/comparison?name=other",
        "/api/comparison?name=../comparisons/bits",
        "/api/comparison?name=bits/",
        "/api/comparison/figure?name=bits&figure=none",
        "/api/comparison/figure?name=bits&figure=../report.html",
        "/api/comparison/report?name=.."
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    assertThat(client.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void withoutTheTokenThereIsNothing() throws Exception {
    for (String path : List.of("", "/figure", "/report")) {
      assertThat(
              client
                  .send(client.request("/api/comparison" + path + "?name=bits&figure=curves"))
                  .statusCode())
          .isEqualTo(401);
    }
  }
}
