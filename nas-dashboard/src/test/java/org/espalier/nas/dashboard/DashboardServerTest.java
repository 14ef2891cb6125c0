package org.espalier.nas.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.dashboard.access.AccessSettings;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DashboardServerTest {

  private static final String SCRIPT = "<script>alert(1)</script>";

  private final StudyRepository studies = new InMemoryStudyRepository();
  private final HttpClient client = HttpClient.newHttpClient();
  private DashboardServer server;

  @BeforeEach
  void start() {
    run("tokens/1", "tokens", 12);
    server =
        DashboardServer.start(
            MemoryPlace.of(studies), Catalogue.of(List.of()), AccessSettings.loopback(0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void run(String key, String name, int trials) {
    StudyDescription description =
        new StudyDescription(name, StudyFixture.SEED, "name: x\n", Map.of(), Instant.EPOCH);
    try (StudyJournal journal = studies.create(key, description)) {
      StudyFixture.random(trials, 1, 1).study(journal).run();
    }
  }

  private URI address() {
    return URI.create(server.address());
  }

  private String cookie() throws Exception {
    HttpResponse<String> first = send(HttpRequest.newBuilder(address()));
    assertThat(first.statusCode()).isEqualTo(303);
    String set = first.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).contains("HttpOnly").contains("SameSite=Strict");
    return set.substring(0, set.indexOf(';'));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(address().resolve(path)).header("Cookie", cookie()));
  }

  @Test
  void thePageAndItsFilesComeFromHereAlone() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<main").doesNotContain("http://").doesNotContain("https://");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy).contains("default-src 'none'").contains("script-src 'self';"));
    for (String file : StaticFiles.names()) {
      assertThat(get("/files/" + file).statusCode()).as(file).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/studies",
        "/api/study?study=tokens/1",
        "/api/importance?study=tokens/1",
        "/api/network?study=tokens/1&trial=1",
        "/api/commands?study=tokens/1&trial=1",
        "/api/log?study=tokens/1",
        "/files/page.js",
        "/none"
      })
  void withoutTheTokenThereAreNoData(String path) throws Exception {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address().resolve(path)));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("tokens").contains("nas dashboard printed");
  }

  @Test
  void aWrongTokenIsNone() throws Exception {
    assertThat(send(HttpRequest.newBuilder(address().resolve("/?token=0"))).statusCode())
        .isEqualTo(401);
    assertThat(
            send(HttpRequest.newBuilder(address().resolve("/api/studies"))
                    .header("Cookie", "espalier-" + address().getPort() + "=0"))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void anAddressThatOtherUsersCanSeeOpensThePageOnce() throws Exception {
    URI once = URI.create(server.addressToOpen());

    assertThat(send(HttpRequest.newBuilder(once)).statusCode()).isEqualTo(303);
    assertThat(send(HttpRequest.newBuilder(once)).statusCode()).isEqualTo(401);
    assertThat(get("/api/studies").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesOfOtherSitesAreRefused() throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address().resolve("/api/studies"))
                .header("Cookie", cookie())
                .header("Origin", "http://evil.example"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  /** The client of the JDK does not send a false host, so that this is written by hand. */
  @Test
  void aFalseHostIsRefused() throws Exception {
    assertThat(raw("GET /api/studies HTTP/1.1\r\nHost: evil.example\r\nCookie: " + cookie()))
        .startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/../../../../../../etc/passwd",
        "/files/..%2f..%2f..%2fetc%2fpasswd",
        "/files/%2e%2e/DashboardServer.class",
        "/files//etc/passwd",
        "/../../etc/passwd"
      })
  void pathsLeadNowhereElse(String path) throws Exception {
    String host = "127.0.0.1:" + address().getPort();
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie()))
        .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
        .doesNotContain("root:");
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void studiesAreListedTheNewestFirst() throws Exception {
    run("later/1", "later", 3);

    String list = get("/api/studies").body();

    assertThat(list)
        .contains("\"status\":\"finished\"")
        .contains("\"finished\":12")
        .contains("\"best\":");
    assertThat(list.indexOf("later/1")).isLessThan(list.indexOf("tokens/1"));
  }

  @Test
  void aStudyHasItsTrials() throws Exception {
    String study = get("/api/study?study=tokens/1").body();

    assertThat(study).contains("\"number\":12").contains("\"state\":\"completed\"");
  }

  @Test
  void aTrialHasItsCurveAndItsDecisions() throws Exception {
    String trial = get("/api/trial?study=tokens/1&trial=3").body();

    assertThat(trial)
        .contains("\"curve\":[{\"step\":1,\"validation.accuracy\":")
        .contains("\"decisions\":{")
        .contains("\"facts\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/study?study=none",
        "/api/study",
        "/api/trial?study=tokens/1&trial=0",
        "/api/trial?study=tokens/1&trial=13",
        "/api/trial?study=tokens/1&trial=x",
        "/api/other"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aScriptInANameIsDataOnly() throws Exception {
    run("odd/1", SCRIPT, 1);

    HttpResponse<String> list = get("/api/studies");

    assertThat(list.body()).contains(SCRIPT);
    assertThat(list.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(list.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  /** Markup is made of names nowhere. */
  @Test
  void thePageSetsTextNotMarkup() throws Exception {
    for (String file : StaticFiles.names()) {
      if (file.endsWith(".js") && !file.equals("echarts.min.js")) {
        assertThat(get("/files/" + file).body())
            .as(file)
            .doesNotContain("innerHTML")
            .doesNotContain("insertAdjacentHTML")
            .doesNotContain("document.write")
            .doesNotContain("eval(");
      }
    }
  }

  @Test
  void anOpenPageIsToldOfChanges() throws Exception {
    HttpResponse<InputStream> feed =
        client.send(
            HttpRequest.newBuilder(address().resolve("/api/changes?study=growing/1"))
                .header("Cookie", cookie())
                .header("Accept", "text/event-stream")
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    run("growing/1", "growing", 5);

    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(feed.body(), StandardCharsets.UTF_8));
        Stream<String> events = lines.lines()) {
      assertThat(events.filter(line -> line.startsWith("data:")).findFirst().orElseThrow())
          .contains("\"study\":\"growing/1\"");
    }
  }

  @Test
  void itListensOnLoopbackOnly() {
    assertThat(address().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  DashboardServer.start(
                      MemoryPlace.of(studies),
                      Catalogue.of(List.of()),
                      AccessSettings.loopback(taken.getLocalPort())))
          .isInstanceOf(NasException.class)
          .hasMessageContaining("port (" + taken.getLocalPort() + ") cannot be used")
          .hasMessageContaining("--port");
    }
  }
}
