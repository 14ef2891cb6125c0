package org.espalier.nas.experiment.comparison;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.cell.CellJson;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * The file of a search that has ended: a CSV file with a line for each trial. It exists completely
 * or not at all.
 *
 * @param trials trials in order
 * @param architectures architectures of the trials
 * @param failure reason why the search failed, or null
 * @param metric name of the measured metric that the scores are of, or null if none was measured
 * @param code identifier of the code that ran the search
 * @param cells the cells of the last incumbent by name; empty if architectures have no cells
 */
record SearchFile(
    List<TrialPoint> trials,
    List<String> architectures,
    @Nullable String failure,
    @Nullable String metric,
    String code,
    Map<String, CellGraph> cells) {
  private static final String FAILURE = "#failure ";
  private static final String METRIC = "#metric ";
  private static final String CODE = "#code ";
  private static final String CELLS = "#cells ";
  private static final List<String> COLUMNS =
      List.of(
          "trial",
          "fidelity",
          "reward",
          "score",
          "epochs",
          "seconds",
          "architecture",
          "spread",
          "objectives");

  SearchFile {
    trials = List.copyOf(trials);
    architectures = List.copyOf(architectures);
  }

  /** Returns true if the search as a whole or each of its trials failed. */
  boolean failed() {
    return failure != null || trials.stream().allMatch(trial -> trial.reward() == null);
  }

  /**
   * Writes the file atomically and creates its folder.
   *
   * @throws NasException if it cannot be written
   */
  void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.writeString(file, csv());
    } catch (IOException error) {
      throw new NasException(
          "%s cannot be written (%s). What was finished before is kept; check the space on the disk and run the same command again."
              .formatted(file, IoReason.of(error)),
          error);
    }
  }

  /** Returns the content of the file. */
  String text() {
    try {
      return csv();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory cannot be written to.", impossible);
    }
  }

  private String csv() throws IOException {
    StringWriter text = new StringWriter();
    comment(text, FAILURE, failure);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(COLUMNS);
    for (int i = 0; i < trials.size(); i++) {
      TrialPoint trial = trials.get(i);
      csv.writeRecord(
          Integer.toString(trial.number()),
          Integer.toString(trial.fidelity()),
          text(trial.reward()),
          text(trial.score()),
          text(trial.epochs()),
          text(trial.seconds()),
          architectures.get(i),
          text(trial.spread()),
          trial.objectives().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    // The writer buffers lines, which otherwise would follow the end or be lost.
    csv.flush();
    comment(text, CODE, code);
    comment(text, METRIC, metric);
    comment(text, CELLS, cells.isEmpty() ? null : CellJson.of(cells));
    text.write("#end\n");
    return text.toString();
  }

  private static void comment(StringWriter text, String key, @Nullable String value) {
    if (value != null) {
      text.write(key + value.replaceAll("\\s+", " ") + "\n");
    }
  }

  private static @Nullable String comment(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()))
        .findFirst()
        .orElse(null);
  }

  private static String text(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }

  /**
   * Reads a file.
   *
   * @throws NasException if it is not the file of a search
   */
  static SearchFile read(Path file) {
    try {
      return of(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException error) {
      throw new NasException(file + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }

  /**
   * Returns the file of a content.
   *
   * @param file the name in messages
   * @throws NasException if it is not the file of a search
   */
  static SearchFile of(Path file, String text) {
    try {
      if (!text.endsWith("#end\n")) {
        throw new NasException(file + " is cut off; delete it, and its search is run again.");
      }
      return parse(text);
    } catch (IOException | UncheckedIOException error) {
      throw new NasException(file + " cannot be read: " + IoReason.of(error) + ".", error);
    } catch (CsvParseException | NumberFormatException | IndexOutOfBoundsException wrong) {
      throw new NasException(
          file + " is not the file of a search (" + wrong.getMessage() + "); delete it.", wrong);
    }
  }

  private static SearchFile parse(String text) throws IOException {
    List<TrialPoint> trials = new ArrayList<>();
    List<String> architectures = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofCsvRecord(text)) {
      boolean header = true;
      for (CsvRecord line : csv) {
        if (!header) {
          trials.add(trial(line));
          architectures.add(line.getField(6));
        }
        header = false;
      }
    }
    String cells = comment(text, CELLS);
    return new SearchFile(
        trials,
        architectures,
        comment(text, FAILURE),
        comment(text, METRIC),
        Objects.requireNonNullElse(comment(text, CODE), ""),
        cells == null ? Map.of() : CellJson.read(cells));
  }

  private static TrialPoint trial(CsvRecord line) {
    return new TrialPoint(
        Integer.parseInt(line.getField(0)),
        Integer.parseInt(line.getField(1)),
        number(line.getField(2)),
        number(line.getField(3)),
        Double.parseDouble(line.getField(4)),
        Double.parseDouble(line.getField(5)),
        number(line.getField(7)),
        numbers(line.getField(8)));
  }

  private static List<Double> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
  }

  private static @Nullable Double number(String text) {
    return text.isEmpty() ? null : Double.valueOf(text);
  }
}
