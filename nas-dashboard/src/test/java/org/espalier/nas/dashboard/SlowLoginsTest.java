package org.espalier.nas.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins of strangers that do not arrive, which must not keep out those that ask for something. */
@Timeout(120)
class SlowLoginsTest {

  private static final int MANY = 200;
  private static final int SOCKET_MILLIS = 20_000;

  /** The longest one, of characters whose form takes the most bytes. */
  private static final String PASSWORD = "€".repeat(200);

  private final List<Socket> opened = new ArrayList<>();
  private DashboardServer server;

  @BeforeEach
  void start() {
    server =
        DashboardServer.start(
            MemoryPlace.of(new InMemoryStudyRepository()),
            Catalogue.of(List.of()),
            new AccessSettings(
                InetAddress.getLoopbackAddress(), 0, Set.of(), Password.of(PASSWORD)));
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : opened) {
      socket.close();
    }
    server.close();
  }

  private Socket send(String request) throws IOException {
    int port = Integer.parseInt(server.address().replaceAll(".*:(\\d+)/", "$1"));
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.add(socket);
    socket.setSoTimeout(SOCKET_MILLIS);
    String host = "Host: 127.0.0.1:" + port + "\r\n";
    socket.getOutputStream().write(request.replaceFirst("\r\n", "\r\n" + host).getBytes(UTF_8));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private static String login(String length, String body) {
    return "POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Connection: close\r\n%s\r\n\r\n%s".formatted(length, body);
  }

  private String cookie() throws IOException {
    String form = "user=espalier&password=" + URLEncoder.encode(PASSWORD, UTF_8);
    String answer = answer(send(login("Content-Length: " + form.length(), form)));
    assertThat(answer).startsWith("HTTP/1.1 303");
    return answer.replaceFirst("(?s).*Set-Cookie: ([^;]*);.*", "$1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 60000", "Content-Length: 1000", "Transfer-Encoding: chunked"})
  void theyKeepNobodyOut(String length) throws IOException {
    String cookie = cookie();
    String begin = length.startsWith("T") ? "5\r\np" : "p";
    for (int i = 0; i < MANY; i++) {
      Socket unused = send(login(length, begin));
    }

    String head = "GET /api/studies HTTP/1.1\r\nConnection: close\r\nCookie: " + cookie;
    assertThat(answer(send(head + "\r\n\r\n"))).startsWith("HTTP/1.1 200");
    assertThat(answer(send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")))
        .startsWith("HTTP/1.1 401")
        .contains("type=\"password\"");
  }

  @Test
  void aLoginThatDoesNotArriveIsEnded() throws IOException {
    assertThat(answer(send(login("Content-Length: 1000", "password=p")))).startsWith("HTTP/1.1 ");
  }

  @Test
  void aLoginThatArrivesTooSlowlyIsEnded() throws Exception {
    Socket socket = send(login("Content-Length: 1000", "password="));
    // Never idle for long, for up to three minutes.
    for (int sent = 0; sent < 900 && socket.getInputStream().available() == 0; sent++) {
      socket.getOutputStream().write('x');
      Thread.sleep(200);
    }

    assertThat(answer(socket)).startsWith("HTTP/1.1 ");
  }
}
