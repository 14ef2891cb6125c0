package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.file.ComparisonIndex;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StudyLock;

/**
 * A comparison as its folder keeps it, which may be running.
 *
 * @param folder folder of the comparison
 * @param index its index
 */
public record StoredComparison(Path folder, ComparisonIndex index) {

  /** Folder in which comparisons are kept unless their files or flags name another. */
  public static final String ROOT = "comparisons";

  /** Returns true if the folder is that of a comparison. */
  public static boolean isAt(Path folder) {
    return Files.isRegularFile(folder.resolve(ComparisonIndex.FILE));
  }

  /**
   * Reads a comparison.
   *
   * @throws NasException if it cannot be read
   */
  public static StoredComparison read(Path folder) {
    try {
      return new StoredComparison(folder, ComparisonIndex.read(folder));
    } catch (IOException error) {
      throw unreadable(folder.resolve(ComparisonIndex.FILE), error);
    }
  }

  /**
   * Returns the folders of all comparisons in a folder, by name.
   *
   * @throws NasException if the folder cannot be read
   */
  public static List<Path> all(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(StoredComparison::isAt).sorted().toList();
    } catch (IOException error) {
      throw unreadable(root, error);
    }
  }

  private static NasException unreadable(Path file, IOException error) {
    return new NasException(file + " cannot be read: " + error.getMessage() + ".", error);
  }

  /** Returns the number of the process that runs the comparison; empty if none does. */
  public OptionalLong process() {
    return StudyLock.holder(folder);
  }

  /** Returns the number of searches that have ended. */
  public int ended() {
    return (int)
        index.searches().stream()
            .filter(search -> Files.exists(folder.resolve(search.file())))
            .count();
  }

  /** Returns the comparison with the searches that have ended. */
  public ComparisonRecord record() {
    List<SearchRecord> ended =
        index.searches().stream()
            .map(new ArmSearchFolder(folder)::ended)
            .flatMap(Optional::stream)
            .toList();
    return index.comparison().withSearches(ended, history().seeds());
  }

  /** Returns the sentences of the last report of these searches; empty if there is none. */
  public List<String> verdict() {
    try {
      return index.verdict(folder);
    } catch (IOException error) {
      throw unreadable(folder, error);
    }
  }

  ReportHistory history() {
    return ReportHistory.of(folder, index.searches().stream().map(ArmSearchFolder::folder));
  }
}
