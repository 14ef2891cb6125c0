package org.espalier.nas.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files of the page, by name; there are no others. */
final class StaticFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Set<String> NAMES =
      Set.of(
          "index.html",
          "page.css",
          "icon.svg",
          "echarts.min.js",
          "annotations.js",
          "charts.js",
          "choices.js",
          "commands.js",
          "compare.js",
          "comparison.js",
          "comparisons.js",
          "controller.js",
          "curves.js",
          "data.js",
          "dom.js",
          "enqueue.js",
          "experiment.js",
          "filter.js",
          "front.js",
          "history.js",
          "importance.js",
          "limits.js",
          "live.js",
          "log.js",
          "network.js",
          "overview.js",
          "page.js",
          "parallel.js",
          "pareto.js",
          "polling.js",
          "predictions.js",
          "remote.js",
          "renew.js",
          "steering.js",
          "studies.js",
          "study.js",
          "table.js",
          "timeline.js",
          "trial.js",
          "trials.js");

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

  /** Returns the names of all files, sorted. */
  static Set<String> names() {
    return new TreeSet<>(NAMES);
  }

  /** Returns a file; empty if there is none of that name. */
  static Optional<File> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = StaticFiles.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name + ".");
      }
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      return Optional.of(new File(String.valueOf(type), in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own file " + name + " cannot be read.", e);
    }
  }
}
