package org.espalier.nas.data.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.cache.DataFolders;

/**
 * A downloader of files by HTTP; a file appears under its name once it is complete and verified.
 */
final class Downloader {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
  private static final int OK = 200;

  /**
   * Downloads a file.
   *
   * @return {@code target}
   * @throws InvalidDataException if it cannot be downloaded or its SHA-256 differs from the
   *     catalogue's
   */
  Path fetch(CatalogueEntry entry, CatalogueFile file, Path target, DownloadListener listener) {
    try {
      Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
      Path partial = Files.createTempFile(folder, ".fetch-", ".part");
      try {
        receive(file, partial, listener);
        AtomicFile.replace(partial, target);
      } finally {
        Files.deleteIfExists(partial);
      }
      return target;
    } catch (IOException e) {
      throw unreachable(entry, file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(entry, file, e);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT_TIMEOUT)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  private static void receive(CatalogueFile file, Path partial, DownloadListener listener)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(file.address()).timeout(ANSWER_TIMEOUT).GET().build();
    HttpResponse<InputStream> response =
        client().send(request, HttpResponse.BodyHandlers.ofInputStream());
    Sha256 hash = new Sha256();
    try (InputStream body = response.body();
        OutputStream out = Files.newOutputStream(partial)) {
      if (response.statusCode() != OK) {
        throw new IOException("the server answered with status " + response.statusCode());
      }
      byte[] buffer = new byte[1 << 16];
      long received = 0;
      listener.progress(file.download(), 0);
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        hash.add(buffer, read);
        received += read;
        listener.progress(file.download(), received);
      }
    }
    String actual = hash.hex();
    if (!actual.equals(file.sha256())) {
      throw new InvalidDataException(
          "%s has the SHA-256 %s, the catalogue says %s. It was not kept."
              .formatted(file.address(), actual, file.sha256()));
    }
  }

  private static InvalidDataException unreachable(
      CatalogueEntry entry, CatalogueFile file, Exception cause) {
    String reason =
        cause instanceof ConnectException ? "there is no connection" : IoReason.of(cause);
    return new InvalidDataException(
        ("%s could not be fetched from %s (%s). Where there is no network, put the file into a"
                + " folder of yours as %s, and set %s to that folder.")
            .formatted(entry.name(), file.address(), reason, file.path(), DataFolders.OWN),
        cause);
  }
}
