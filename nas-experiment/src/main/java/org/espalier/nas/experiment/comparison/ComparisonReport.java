package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.file.ComparisonFiles;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;

/** The report of a comparison in its folder. */
public final class ComparisonReport {
  /** Name of the page in the folder of a comparison. */
  public static final String PAGE = ComparisonFiles.PAGE;

  /** Name of the folder of its figures. */
  public static final String FIGURES = "figures";

  private ComparisonReport() {}

  /**
   * Writes the page, its figures and its numbers, and records that results were shown.
   *
   * @return the files written
   */
  public static List<Path> write(ComparisonResults results, StoredComparison stored) {
    Path folder = stored.folder();
    try {
      List<Path> written = ComparisonFiles.write(results, folder);
      AtomicFile.writeString(folder.resolve("comparison.yaml"), results.comparison().yaml());
      stored.history().add(stored.index().seeds());
      return written;
    } catch (IOException error) {
      throw new NasException(
          "The report cannot be written to %s (%s); the searches are kept, run the same command again."
              .formatted(folder, IoReason.of(error)),
          error);
    }
  }

  /** Returns the numbers of a report that was written. */
  public static String json(Path folder) {
    Path file = folder.resolve("results.json");
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException error) {
      throw new NasException(file + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }
}
