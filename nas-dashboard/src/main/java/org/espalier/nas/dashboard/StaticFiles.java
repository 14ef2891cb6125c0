package org.espalier.nas.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files of the page, by name; there are no others. */
final class StaticFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "echarts.min.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private StaticFiles() {}

  /** A file of the page. */
  static final class File {
    private final String type;
    private final byte[] content;

    private File(String type, byte[] content) {
      this.type = type;
      this.content = content;
    }

    String type() {
      return type;
    }

    byte[] content() {
      return content;
    }
  }

  /** Returns a file; empty if there is none of that name. */
  static Optional<File> find(String name) {
    String type = TYPES.get(name);
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = StaticFiles.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name + ".");
      }
      return Optional.of(new File(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own file " + name + " cannot be read.", e);
    }
  }
}
