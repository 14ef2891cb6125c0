package org.espalier.nas.tf.latency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.tf.export.SavedModelExporter;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.jspecify.annotations.Nullable;

/**
 * Latencies that a program of the user measures, such as on a device. The program gets the folder
 * of a SavedModel with fresh weights as its last argument, and prints the milliseconds as its last
 * line.
 */
final class CommandLatency implements LatencySource {
  private static final int SHOWN_LINES = 10;
  private static final long MILLIS_PER_SECOND = 1000;

  private final LatencySettings settings;
  private final NetworkSearchSpace space;
  private final SavedModelExporter exporter;
  private final @Nullable DatasetInfo data;

  /**
   * Creates the source.
   *
   * @param data the data, whose scaling the exported network contains; null for none
   */
  CommandLatency(
      LatencySettings settings,
      NetworkSearchSpace space,
      LayerBuilders builders,
      @Nullable DatasetInfo data) {
    this.settings = settings;
    this.space = space;
    this.exporter = new SavedModelExporter(builders);
    this.data = data;
  }

  @Override
  public boolean measured() {
    return true;
  }

  @Override
  public ObjectiveValue value(Architecture architecture) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("nas-latency");
      try {
        Path model = folder.resolve("model");
        exporter.exportUntrained(space.lower(architecture).prediction().expanded(), data, model);
        return ObjectiveValue.of(run(model, folder));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new NasException(
          "command %s cannot be run: %s.".formatted(settings.command(), IoReason.of(e)), e);
    }
  }

  private double run(Path model, Path folder) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path errors = folder.resolve("errors.txt");
    List<String> command = new ArrayList<>(settings.command());
    command.add(model.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended;
    try {
      process.getOutputStream().close();
      ended =
          process.waitFor(
              (long) Math.ceil(settings.timeout() * MILLIS_PER_SECOND), TimeUnit.MILLISECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    List<String> printed = lines(out);
    if (!ended) {
      throw failure(
          "did not end within %s seconds; set timeout to a longer time."
              .formatted(settings.timeout()),
          printed,
          lines(errors));
    }
    if (process.exitValue() != 0) {
      throw failure("ended with exit code " + process.exitValue() + ".", printed, lines(errors));
    }
    double milliseconds = number(printed);
    if (!(milliseconds >= 0) || !Double.isFinite(milliseconds)) {
      throw failure(
          "must print the milliseconds, one number that is not negative, as its last line.",
          printed,
          lines(errors));
    }
    return milliseconds;
  }

  /** Returns the number in the last line; NaN if there is none. */
  private static double number(List<String> printed) {
    try {
      return printed.isEmpty()
          ? Double.NaN
          : Double.parseDouble(printed.get(printed.size() - 1).strip());
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private NasException failure(String fault, List<String> printed, List<String> errors) {
    List<String> last = new ArrayList<>(printed);
    last.addAll(errors);
    List<String> shown = last.subList(Math.max(0, last.size() - SHOWN_LINES), last.size());
    return new NasException(
        "command %s %s Its last lines: %s"
            .formatted(
                settings.command(),
                fault,
                shown.isEmpty() ? "none" : "\n" + String.join("\n", shown)));
  }

  /** Returns the lines that are not blank; bytes that are not UTF-8 are replaced. */
  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
