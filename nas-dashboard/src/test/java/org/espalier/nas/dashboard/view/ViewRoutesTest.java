package org.espalier.nas.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ViewRoutesTest {

  private static final int TRIALS = 80;
  private static final Catalogue CATALOGUE = Catalogue.load(ViewRoutesTest.class.getClassLoader());

  private static final Offset<Double> TINY = Offset.offset(1e-9);

  private final StudyRepository studies = new InMemoryStudyRepository();
  private Javalin server;

  @TempDir private Path folder;

  private final class Source implements ViewSource {
    @Override
    public Optional<StoredStudy> study(String name) {
      return studies.list().contains(name) ? Optional.of(studies.read(name)) : Optional.empty();
    }

    @Override
    public Optional<Path> folder(String name) {
      return name.equals("remote/1") ? Optional.empty() : Optional.of(folder);
    }

    @Override
    public String arguments(String name) {
      return "'" + name + "'";
    }

    @Override
    public StoredSubjects subjects() {
      return new StoredSubjects(CATALOGUE);
    }
  }

  @BeforeEach
  void start() {
    try (ScriptedStudy study = new ScriptedStudy(studies, "one/1", "one", false)) {
      study.add(TRIALS);
    }
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  new ViewRoutes(new Source()).register(config);
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/importance",
        "/api/importance?study=none",
        "/api/frequencies?study=none",
        "/api/prediction?study=none",
        "/api/diagnostics?study=none",
        "/api/log?study=none",
        "/api/network?study=one/1",
        "/api/network?study=one/1&trial=81",
        "/api/network?study=one/1&trial=-1",
        "/api/commands?study=one/1&trial=99999999999",
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    assertThat(ask(path).statusCode()).isEqualTo(404);
  }

  @Test
  void importancesOfTheDecisionsAddUpToOne() throws Exception {
    JsonNode target = get("/api/importance?study=one/1").get("targets").get(0);

    assertThat(target.get("target").asText()).isEqualTo("reward");
    assertThat(target.get("problem").asText()).isEmpty();
    assertThat(target.get("trials").asInt()).isEqualTo(TRIALS - TRIALS / 10);
    double sum = 0;
    for (JsonNode share : target.get("shares")) {
      sum += share.get(1).asDouble();
    }
    assertThat(sum).isCloseTo(1, TINY);
  }

  @Test
  void eachObjectiveHasImportances() throws Exception {
    try (ScriptedStudy study = new ScriptedStudy(studies, "two/1", "two", true)) {
      study.add(60);
    }

    assertThat(get("/api/importance?study=two/1").get("targets"))
        .extracting(target -> target.get("target").asText())
        .containsExactly("accuracy", "latency");
  }

  @Test
  void tooFewTrialsAreSaidToBeTooFew() throws Exception {
    try (ScriptedStudy study = new ScriptedStudy(studies, "few/1", "few", false)) {
      study.add(9);
    }

    assertThat(get("/api/importance?study=few/1").get("targets").get(0).get("problem").asText())
        .contains("importances need 5");
  }

  @Test
  void decisionsThatShareTheirOptionsStandTogether() throws Exception {
    JsonNode tree = get("/api/frequencies?study=one/1");

    assertThat(tree.get("trials").asInt()).isEqualTo(TRIALS);
    assertThat(tree.get("windows")).hasSize(8);
    assertThat(tree.get("windows").get(1).get("first").asInt()).isEqualTo(11);
    assertThat(tree.get("windows").get(1).get("last").asInt()).isEqualTo(20);
    JsonNode operations = tree.get("maps").get(0);
    assertThat(operations.get("positions").toString())
        .isEqualTo("[\"operation 1\",\"operation 2\"]");
    assertThat(operations.get("options").toString()).isEqualTo("[\"conv\",\"pool\",\"skip\"]");
    for (JsonNode window : operations.get("windows")) {
      double sum = 0;
      for (JsonNode option : window) {
        sum += option.get(0).asDouble();
      }
      assertThat(sum).isCloseTo(1, TINY);
    }
    assertThat(tree.get("maps")).hasSize(3);
    assertThat(tree.get("maps").get(1).get("positions").toString()).isEqualTo("[\"layer 1\"]");
    assertThat(tree.get("maps").get(2).get("positions").toString()).isEqualTo("[\"rate\"]");
    List<Double> begins = new ArrayList<>();
    for (JsonNode option : tree.get("maps").get(2).get("options")) {
      assertThat(option.asText()).contains(" to ");
      begins.add(Double.valueOf(option.asText().split(" ")[0]));
    }
    assertThat(begins).hasSizeGreaterThan(3).isSorted();
  }

  @Test
  void aStudyWithoutTrialsHasNoFrequencies() throws Exception {
    try (ScriptedStudy study = new ScriptedStudy(studies, "new/1", "new", false)) {
      study.addRunning();
    }

    assertThat(get("/api/frequencies?study=new/1").toString()).isEqualTo("{\"trials\":0}");
  }

  @Test
  void predictionsComeWithTheirRankCorrelation() throws Exception {
    JsonNode tree = get("/api/prediction?study=one/1");

    assertThat(tree.get("pairs")).hasSize(TRIALS - TRIALS / 10);
    assertThat(tree.get("kendall").asDouble()).isCloseTo(1, TINY);
    assertThat(tree.get("error").asDouble()).isCloseTo(0.01, TINY);
    assertThat(tree.get("course").get(0)).hasSize(5);
  }

  @Test
  void diagnosticsHaveACaptionEach() throws Exception {
    JsonNode plots = get("/api/diagnostics?study=one/1").get("plots");

    assertThat(plots)
        .extracting(plot -> plot.get("name").asText())
        .containsExactly("entropy", "policy.loss");
    assertThat(plots.get(0).get("points")).hasSize(TRIALS - 1);
    assertThat(plots.get(0).get("caption").asText()).isNotBlank();
  }

  @Test
  void longDiagnosticsKeepTheirExtremes() throws Exception {
    try (ScriptedStudy study = new ScriptedStudy(studies, "long/1", "long", false)) {
      study.add(2500);
    }

    JsonNode points = get("/api/diagnostics?study=long/1").get("plots").get(0).get("points");

    assertThat(points.size()).isLessThanOrEqualTo(1000);
    assertThat(points.get(0).toString()).isEqualTo("[1,1.0]");
    assertThat(points.get(points.size() - 1).get(0).asInt()).isEqualTo(2499);
  }

  @Test
  void commandsNameTheStudyAndTheTrial() throws Exception {
    assertThat(get("/api/commands?study=one/1&trial=3").findValuesAsText("text"))
        .containsExactly(
            "nas train 'one/1' --trial 3", "nas replay 'one/1' --until 3", "nas show 'one/1' 3");
  }

  @Test
  void aTrialThatNothingTrainsHasNoCommandForIt() throws Exception {
    for (String evaluator : List.of("hidden-architecture", "training")) {
      String yaml =
          """
          name: x
          dataset: {type: moons, samples: 100}
          searchSpace: {type: mlp, nodes: [16], activations: [relu], dropout: [], maxLength: 2}
          controller: {type: random}
          evaluator: {type: %s}
          budget: {trials: 1}
          """
              .formatted(evaluator);
      NetworkStudy.create(
          studies, new StudyDescription("x", 1, yaml, Map.of(), Instant.EPOCH), evaluator);

      assertThat(
              get("/api/commands?study=" + evaluator + "&trial=1").findValuesAsText("text").stream()
                  .anyMatch(command -> command.startsWith("nas train")))
          .isEqualTo(evaluator.equals("training"));
    }
  }

  @Test
  void theLogIsThatOfAFolderOnThisMachine() throws Exception {
    try (ScriptedStudy study = new ScriptedStudy(studies, "remote/1", "remote", false)) {
      study.add(1);
    }

    assertThat(get("/api/log?study=one/1").get("problem").asText()).contains("no log file");
    Files.writeString(folder.resolve("log.txt"), "first\nsecond\n");
    assertThat(get("/api/log?study=one/1&after=6").get("text").asText()).isEqualTo("second\n");
    assertThat(get("/api/log?study=remote/1").get("problem").asText())
        .contains("on the machine that ran it");
  }

  @Test
  void aNetworkIsDrawnInLightAndDark() throws Exception {
    String yaml =
        """
        name: nets
        dataset: {type: moons, samples: 100}
        searchSpace: {type: mlp, nodes: [16], activations: [relu], dropout: [], maxLength: 2}
        controller: {type: random}
        evaluator: {type: training, epochs: 1}
        budget: {trials: 1}
        """;
    NetworkStudy.create(
        studies, new StudyDescription("nets", 1, yaml, Map.of(), Instant.EPOCH), "nets/1");

    JsonNode network = get("/api/network?study=nets/1&trial=1");

    assertThat(network.path("problem").asText()).isEmpty();
    String svg = network.get("drawings").get(0).get("svg").asText();
    assertThat(svg)
        .contains("xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("prefers-color-scheme:dark")
        .contains("dense(16, relu)")
        .doesNotContain("<script");
    assertThat(network.get("layers").toString()).contains("(16, relu)");
    assertThat(network.get("legend").get(0).get("title").asText()).isNotBlank();
  }

  @Test
  void aNetworkThatCannotBeMadeHasAReason() throws Exception {
    assertThat(get("/api/network?study=one/1&trial=1").get("problem").asText()).isNotBlank();
  }
}
