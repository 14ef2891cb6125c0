package org.espalier.nas.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections without end, which must not keep out those that ask for something. */
@Timeout(120)
class ManyConnectionsTest {

  private static final int WANTED = 10_000;

  /** Threads of the server: those of the pages that are open at once, and 24 others. */
  private static final int THREADS = 124;

  /** Files that the tests and the server themselves need. */
  private static final int SPARE_FILES = 1500;

  private static final long MEGABYTE = 1 << 20;

  private final StudyRepository studies = new InMemoryStudyRepository();
  private final List<SocketChannel> opened = new ArrayList<>();
  private DashboardServer server;
  private String cookie;

  @BeforeEach
  void start() throws Exception {
    studies
        .create("a/1", new StudyDescription("a", 1, "name: a\n", Map.of(), Instant.EPOCH))
        .close();
    server =
        DashboardServer.start(
            MemoryPlace.of(studies), Catalogue.of(List.of()), AccessSettings.loopback(0));
    String answer = get("/?" + address().getQuery(), "");
    cookie = answer.replaceFirst("(?s).*Set-Cookie: ([^;]*);.*", "$1");
  }

  @AfterEach
  void stop() throws IOException {
    for (SocketChannel channel : opened) {
      channel.close();
    }
    server.close();
  }

  private URI address() {
    return URI.create(server.address());
  }

  private String head(String path, String cookie) {
    return "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n"
        .formatted(path, address().getPort(), cookie);
  }

  private String get(String path, String cookie) throws IOException {
    return answer(head(path, cookie) + "Connection: close\r\n\r\n");
  }

  private String answer(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private void open(String begin) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), address().getPort());
    SocketChannel channel = SocketChannel.open(address);
    opened.add(channel);
    try {
      channel.write(ByteBuffer.wrap(begin.getBytes(UTF_8)));
    } catch (IOException closedByTheServer) {
      // As it should.
    }
  }

  private static int possible() {
    UnixOperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    long free =
        system == null
            ? 0
            : system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount();
    return (int) Math.max(200, Math.min(WANTED, free - SPARE_FILES));
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
  }

  private static long serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("dashboard"))
        .count();
  }

  @ParameterizedTest
  @CsvSource({"idle", "slow", "strange", "unread"})
  void theyKeepNobodyOut(String kind) throws IOException {
    String begin =
        switch (kind) {
          case "idle" -> "";
          case "slow" -> head("/api/studies", cookie);
          case "strange" ->
              "POST /api/studies HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\nx";
          default -> head("/api/study?study=a/1", cookie) + "\r\n";
        };
    long before = usedMegabytes();
    for (int i = possible(); i > 0; i--) {
      open(begin);
    }

    assertThat(get("/api/studies", cookie)).startsWith("HTTP/1.1 200").contains("a/1");
    assertThat(serverThreads()).isBetween(1L, (long) THREADS);
    assertThat(usedMegabytes() - before).isLessThan(100);
  }

  @Test
  void pagesBeyondALimitAreRefused() throws IOException {
    for (int i = 0; i < 400; i++) {
      open(head("/api/changes?study=a/1", cookie) + "\r\n");
    }

    assertThat(get("/api/changes?study=a/1", cookie)).startsWith("HTTP/1.1 503");
    assertThat(get("/api/studies", cookie)).startsWith("HTTP/1.1 200");
    assertThat(serverThreads()).isBetween(1L, (long) THREADS);
  }

  @Test
  void requestsBeyondALimitAreRefused() throws IOException {
    String long8 = "x".repeat(9000);

    assertThat(get("/api/studies?" + long8, cookie)).startsWith("HTTP/1.1 4");
    assertThat(get("/api/studies", cookie + "; " + long8)).startsWith("HTTP/1.1 4");
    assertThat(get("/api/studies", cookie)).startsWith("HTTP/1.1 200");
  }
}
