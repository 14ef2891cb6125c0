package org.espalier.nas.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.dashboard.access.Password;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PasswordLoginTest {

  private static final String PASSWORD = "pass & secret";

  private final HttpClient client = HttpClient.newHttpClient();
  private DashboardServer server;

  @BeforeEach
  void start() {
    server =
        DashboardServer.start(
            MemoryPlace.of(new InMemoryStudyRepository()),
            Catalogue.of(List.of()),
            new AccessSettings(
                InetAddress.getLoopbackAddress(),
                0,
                Set.of("nas.example.org"),
                Password.of(PASSWORD)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private URI resolve(String path) {
    return URI.create("http://127.0.0.1:" + server.address().replaceAll(".*:(\\d+)/", "$1") + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder post(String password) {
    String body = "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(resolve("/login"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private int bearer(String given) throws Exception {
    return send(HttpRequest.newBuilder(resolve("/api/studies"))
            .header("Authorization", "Bearer " + given))
        .statusCode();
  }

  @Test
  void theAddressHasNoSecret() {
    assertThat(server.address()).matches("http://nas\\.example\\.org:\\d+/");
  }

  @Test
  void withoutThePasswordThereIsTheFormAlone() throws Exception {
    HttpResponse<String> front = send(HttpRequest.newBuilder(resolve("/")));

    assertThat(front.statusCode()).isEqualTo(401);
    assertThat(front.body()).contains("type=\"password\"").doesNotContain("<script");
    assertThat(front.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self'");
    assertThat(front.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(send(HttpRequest.newBuilder(resolve("/api/studies"))).statusCode()).isEqualTo(401);
    assertThat(send(HttpRequest.newBuilder(resolve("/files/page.js"))).statusCode()).isEqualTo(401);
    assertThat(send(HttpRequest.newBuilder(resolve("/login"))).statusCode()).isEqualTo(401);
  }

  @Test
  void thePasswordOpensThePage() throws Exception {
    HttpResponse<String> login = send(post(PASSWORD));

    assertThat(login.statusCode()).isEqualTo(303);
    String set = login.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).contains("HttpOnly").contains("SameSite=Strict").doesNotContain("Secure");
    assertThat(
            send(HttpRequest.newBuilder(resolve("/api/studies"))
                    .header("Cookie", set.substring(0, set.indexOf(';'))))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void programsSendItWithEachRequest() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(bearer(PASSWORD)).isEqualTo(200);
    }
    assertThat(bearer("pass")).isEqualTo(401);
  }

  @Test
  void guessesAreLimited() throws Exception {
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> wrong = send(post("wrong " + i));
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.body()).contains("That is not the password.");
    }
    assertThat(send(post(PASSWORD)).statusCode()).isEqualTo(429);
    assertThat(bearer("anything else")).isEqualTo(429);
  }

  @Test
  void anotherSiteCannotLogIn() throws Exception {
    assertThat(send(post(PASSWORD).header("Origin", "http://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(send(post(PASSWORD).header("Origin", "null")).statusCode()).isEqualTo(403);
    for (String site : List.of("cross-site", "same-site")) {
      assertThat(send(post(PASSWORD).header("Sec-Fetch-Site", site)).statusCode())
          .as(site)
          .isEqualTo(403);
    }
    assertThat(send(post(PASSWORD).header("Sec-Fetch-Site", "same-origin")).statusCode())
        .isEqualTo(303);
  }

  /** A reverse proxy with TLS passes the names on that browsers use. */
  @Test
  void aProxyWithTlsHasASecureCookie() throws Exception {
    String port = server.address().replaceAll(".*:(\\d+)/", "$1");
    String body = "password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
      String request =
          "POST /login HTTP/1.1\r\nHost: nas.example.org\r\nOrigin: https://nas.example.org\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 303")
          .containsPattern("Set-Cookie: espalier-\\d+=[0-9a-f]{48};.*Secure");
    }
  }
}
