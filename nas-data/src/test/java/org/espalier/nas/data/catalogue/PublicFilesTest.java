package org.espalier.nas.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.table.CsvFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicFilesTest {
  private static final byte[] CONTENT =
      "x,y\n1,a\n2,b\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
  private static final String SUM = Sha256.of(CONTENT);

  @TempDir private Path temporary;
  private Path own;
  private Path cache;
  private HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    own = Files.createDirectory(temporary.resolve("own"));
    cache = temporary.resolve("cache");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/data.csv",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, CONTENT.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(CONTENT);
          }
        });
    server.createContext(
        "/moved.csv",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/data.csv");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/cut.csv",
        exchange -> {
          exchange.sendResponseHeaders(200, CONTENT.length);
          exchange.getResponseBody().write(CONTENT, 0, 100);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFileIsFetchedOnceIntoTheCacheWhileSomebodyWatches() throws IOException {
    List<Long> seen = new ArrayList<>();
    List<Path> files = files().fetch(entry("/data.csv", SUM), (file, bytes) -> seen.add(bytes));
    assertThat(files).containsExactly(cache.resolve("toy/data.csv"));
    assertThat(files.get(0)).hasBinaryContent(CONTENT);
    assertThat(seen).isSorted().startsWith(0L).endsWith((long) CONTENT.length);

    assertThat(files().fetch(entry("/data.csv", SUM), DownloadListener.none())).isEqualTo(files);
    assertThat(requests).hasValue(1);
    assertThat(leftIn(cache.resolve("toy"))).containsExactly("data.csv");
  }

  @Test
  void redirectionsAreFollowed() {
    assertThat(files().fetch(entry("/moved.csv", SUM), DownloadListener.none()).get(0))
        .hasBinaryContent(CONTENT);
  }

  @Test
  void onesOwnFolderComesFirst() throws IOException {
    Path mine = put(own, "toy/data.csv");
    put(cache, "toy/data.csv");
    assertThat(files().fetch(entry("/data.csv", SUM), DownloadListener.none()))
        .containsExactly(mine);
    assertThat(requests).hasValue(0);
  }

  @Test
  void anotherFormOfTheFileIsAccepted() throws IOException {
    Path packed = put(own, "toy/data.alias");
    CatalogueEntry entry =
        entry("/data.csv", "0".repeat(64), new CatalogueFile.Alias("toy/data.alias", SUM));
    assertThat(files().locate(entry)).contains(List.of(packed));
  }

  @Test
  void withoutTheFilesThereIsNoPlace() {
    assertThat(files().locate(entry("/data.csv", SUM))).isEmpty();
  }

  @Test
  void aFileWithAnotherSumIsRefusedWithBothSums() throws IOException {
    Path mine = put(own, "toy/data.csv");
    String expected = "0".repeat(64);
    assertThatThrownBy(() -> files().locate(entry("/data.csv", expected)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "%s has the SHA-256 %s, the catalogue says %s. Replace it, or remove it to have it fetched; files of your own are read by other types of data sets."
                .formatted(mine, SUM, expected));
  }

  @Test
  void aDownloadWithAnotherSumIsNotKept() throws IOException {
    String expected = "0".repeat(64);
    assertThatThrownBy(() -> files().fetch(entry("/data.csv", expected), DownloadListener.none()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "%s has the SHA-256 %s, the catalogue says %s. It was not kept."
                .formatted(address("/data.csv"), SUM, expected));
    assertThat(leftIn(cache.resolve("toy"))).isEmpty();
  }

  @Test
  void whereThereIsNoNetworkTheWayOutIsNamed() throws IOException {
    server.stop(0);
    assertThatThrownBy(() -> files().fetch(entry("/data.csv", SUM), DownloadListener.none()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("toy could not be fetched from " + address("/data.csv") + " (")
        .hasMessageEndingWith(
            "). Where there is no network, put the file into a folder of yours as toy/data.csv, and"
                + " set NAS_DATA_DIR to that folder.");
    assertThat(leftIn(cache.resolve("toy"))).isEmpty();
  }

  @Test
  void anAbsentFileAndACutOneAreErrorsAndLeaveNothing() throws IOException {
    assertThatThrownBy(() -> files().fetch(entry("/no.csv", SUM), DownloadListener.none()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("(the server answered with status 404)");
    assertThatThrownBy(() -> files().fetch(entry("/cut.csv", SUM), DownloadListener.none()))
        .isInstanceOf(InvalidDataException.class);
    assertThat(leftIn(cache.resolve("toy"))).isEmpty();
  }

  private PublicFiles files() {
    return new PublicFiles(new DataFolders(own, cache));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private CatalogueEntry entry(String path, String sum) {
    return entry(path, sum, null);
  }

  private CatalogueEntry entry(String path, String sum, CatalogueFile.Alias alias) {
    return new CatalogueEntry(
        "toy",
        "A toy",
        "none",
        "https://example.org",
        40_000,
        List.of(new CatalogueFile("toy/data.csv", sum, CONTENT.length, address(path), alias)),
        null,
        new Reading.Csv(CsvFormat.commaSeparated(), "y", LabelRule.plain()));
  }

  private static Path put(Path root, String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, CONTENT);
  }

  private static List<String> leftIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
