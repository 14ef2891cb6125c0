package org.espalier.nas.dashboard.steering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.analysis.comparison.file.ComparisonIndex;
import org.espalier.nas.dashboard.DashboardClient;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.StudyFixture;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SteeringRoutesTest {

  private static final String PATH = "/api/steering?study=tokens/1";
  private static final String ENQUEUE =
      "{\"command\": \"enqueue\", \"architecture\": [\"a\", \"b\", \"c\", \"d\"]}";

  private final InMemoryStudyRepository studies = new InMemoryStudyRepository();
  private final AtomicInteger opened = new AtomicInteger();
  private DashboardServer server;
  private DashboardClient client;

  @BeforeEach
  void start() {
    run(6);
    server =
        DashboardServer.start(
            MemoryPlace.of(counting()), Catalogue.of(List.of()), AccessSettings.loopback(0));
    client = new DashboardClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Returns the repository, counting the requests that are asked for. */
  private StudyRepository counting() {
    return (StudyRepository)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {StudyRepository.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("requests")) {
                opened.incrementAndGet();
              }
              try {
                return method.invoke(studies, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private void run(int trials) {
    StudyDescription description =
        new StudyDescription("tokens", StudyFixture.SEED, "name: x\n", Map.of(), Instant.EPOCH);
    try (StudyJournal journal =
        studies.list().isEmpty()
            ? studies.create("tokens/1", description)
            : studies.open("tokens/1")) {
      StudyFixture.random(trials, 2, 0).study(journal).run(studies.requests("tokens/1"));
    }
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        client
            .authorized(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode tree() throws Exception {
    return new ObjectMapper().readTree(client.get(PATH).body());
  }

  @Test
  void aCommandWaitsUntilTheStudyTakesIt() throws Exception {
    String request =
        new ObjectMapper().readTree(post(PATH, ENQUEUE).body()).get("request").asText();
    assertThat(tree().get("waiting").get(0).get("request").asText()).isEqualTo(request);
    assertThat(tree().get("waiting").get(0).get("text").asText()).isEqualTo("enqueue a, b, c, d");

    run(8);

    assertThat(tree().get("waiting")).isEmpty();
    JsonNode taken = tree().get("taken").get(0);
    assertThat(taken.get("text").asText()).startsWith("enqueue a, b, c, d as trial 7, after ");
    assertThat(taken.get("changesSearch").asBoolean()).isTrue();
    assertThat(client.get("/api/study?study=tokens/1").body())
        .contains("\"enqueued\":true")
        .contains("\"steering\":1");
  }

  @Test
  void notesAndTagsOfAStudyThatDoesNotRunAreThereAtOnce() throws Exception {
    post(PATH, "{\"command\": \"note\", \"text\": \"<b>one</b>\"}");
    post(PATH, "{\"command\": \"note\", \"trial\": 2, \"text\": \"two\"}");
    post(PATH, "{\"command\": \"tag\", \"name\": \"good\", \"present\": true}");

    assertThat(studies.read("tokens/1").steering())
        .extracting(SteeringEvent::number)
        .containsExactly(1, 2, 3);
    assertThat(client.get("/api/studies").body())
        .contains("\"tags\":[\"good\"]")
        .contains("\"note\":\"<b>one</b>\"");
    assertThat(client.get("/api/study?study=tokens/1").body()).contains("\"note\":\"two\"");
  }

  /** They remember the damaged ones that were warned about. */
  @Test
  void theRequestsThatAPageLooksAtAreTheSame() throws Exception {
    for (int look = 0; look < 5; look++) {
      assertThat(tree().get("waiting")).isEmpty();
    }
    assertThat(opened).hasValue(1);
  }

  @Test
  void aWaitingCommandSaysForWhat() throws Exception {
    post(PATH, ENQUEUE);
    post(PATH, "{\"command\": \"stop-trial\", \"trial\": 6}");
    post(PATH, "{\"command\": \"stop-study\"}");
    studies
        .requests("tokens/1")
        .send(
            new SteeringRequest(
                "later", Instant.EPOCH, new SteeringCommand.ChangeBudget(9, null, null, null), 8));

    List<String> moments = new ArrayList<>();
    tree().get("waiting").forEach(line -> moments.add(line.get("until").asText()));
    assertThat(moments)
        .containsExactlyInAnyOrder(
            "until the next trial ends and the budget of trials has room",
            "until the next epoch of the trial ends",
            "until the next trial ends",
            "until the number of ended trials is 8");
  }

  @Test
  void aCommandCanBeWithdrawnWhileItWaits() throws Exception {
    post(PATH, ENQUEUE);
    String request = studies.requests("tokens/1").waiting().get(0).id();

    assertThat(client.send(client.authorized(PATH + "&request=" + request).DELETE()).statusCode())
        .isEqualTo(200);
    assertThat(studies.requests("tokens/1").waiting()).isEmpty();
  }

  @Test
  void twoPagesAtOnceGetOneOrderThatBothSee() throws Exception {
    List<Thread> pages = new ArrayList<>();
    for (int page = 0; page < 2; page++) {
      pages.add(
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 10; i++) {
                    assertThat(post(PATH, ENQUEUE).statusCode()).isEqualTo(200);
                  }
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    pages.forEach(Thread::start);
    for (Thread page : pages) {
      page.join();
    }
    List<String> sent =
        studies.requests("tokens/1").waiting().stream().map(SteeringRequest::id).toList();

    run(30);

    assertThat(studies.read("tokens/1").steering())
        .extracting(SteeringEvent::request)
        .isEqualTo(sent)
        .hasSize(20);
    DashboardClient other = new DashboardClient(server);
    assertThat(other.get(PATH).body()).isEqualTo(client.get(PATH).body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/steering?study=none | {} | 404 | ``",
        "/api/steering | {} | 404 | ``",
        "/api/steering?study=tokens/1 | x | 400 | is not valid JSON",
        "/api/steering?study=tokens/1 | {\"command\": \"halt\"} | 400 | command (halt) must be",
        "/api/steering?study=tokens/1 | {\"command\": \"enqueue\", \"architecture\": [1, 2]} | 400 | a list of texts",
        "/api/steering?study=tokens/1 | {\"command\": \"stop-trial\", \"trial\": 7} | 400 | There is no trial 7",
        "/api/steering?study=tokens/1 | {\"command\": \"note\", \"trial\": 7, \"text\": \"x\"} | 400 | There is no trial 7",
        "/api/interrupt?study=tokens/1 | {} | 409 | A study in a server",
      })
  void badCommandsAreRefused(String path, String body, int status, String reason) throws Exception {
    HttpResponse<String> answer = post(path, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(reason);
    assertThat(studies.requests("tokens/1").waiting()).isEmpty();
  }

  @Test
  void aSearchOfAComparisonTakesNotesOnly(@TempDir Path folder) throws Exception {
    Path comparison = folder.resolve("two");
    String key = comparison.resolve("searches/base/random-1/seed-1").toString();
    Files.createDirectories(comparison);
    Files.writeString(comparison.resolve(ComparisonIndex.FILE), "{}");
    studies
        .create(key, new StudyDescription("base", 1, "name: x\n", Map.of(), Instant.EPOCH))
        .close();
    String path = "/api/steering?study=" + URLEncoder.encode(key, StandardCharsets.UTF_8);

    for (String command :
        List.of(
            "{\"command\": \"stop-study\"}",
            ENQUEUE,
            "{\"command\": \"change-budget\", \"trials\": 9}")) {
      HttpResponse<String> answer = post(path, command);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("is a search of the comparison " + comparison);
    }
    assertThat(studies.requests(key).waiting()).isEmpty();
    assertThat(post(path, "{\"command\": \"note\", \"text\": \"odd\"}").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"10000, 200", "10001, 400", "60000, 413"})
  void aCommandIsNotTooLong(int characters, int status) throws Exception {
    String note = "{\"command\": \"note\", \"text\": \"" + "é".repeat(characters) + "\"}";

    assertThat(post(PATH, note).statusCode()).isEqualTo(status);
    assertThat(studies.read("tokens/1").steering()).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void onlyThePageWithTheTokenSendsCommands() throws Exception {
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(ENQUEUE);
    HttpResponse<String> stranger =
        client.send(client.request(PATH).header("Content-Type", "application/json").POST(body));
    HttpResponse<String> crossSite =
        client.send(
            client
                .authorized(PATH)
                .header("Content-Type", "application/json")
                .header("Origin", "http://evil.example")
                .POST(body));
    HttpResponse<String> form =
        client.send(client.authorized(PATH).header("Content-Type", "text/plain").POST(body));
    HttpResponse<String> withdrawal = client.send(client.request(PATH + "&request=x").DELETE());

    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(crossSite.statusCode()).isEqualTo(403);
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(withdrawal.statusCode()).isEqualTo(401);
    assertThat(studies.requests("tokens/1").waiting()).isEmpty();
  }
}
