package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.file.ComparisonIndex.PlannedSearch;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;

/**
 * The folder of the searches of a comparison: {@code searches/problem/arm-identity/seed-1.csv}, and
 * next to it the run, if there is one.
 *
 * @param comparison folder of the comparison
 */
record ArmSearchFolder(Path comparison) {
  private static final String SEARCHES = "searches";

  /** Returns the file that exists once the search has ended. */
  Path file(ArmSearch search) {
    return folder(search).resolve(search.name() + ".csv");
  }

  /** Returns the folder of the search's run. */
  Path run(ArmSearch search) {
    return folder(search).resolve(search.name());
  }

  /**
   * Returns the stored run of a search; empty if there is none, or its process was killed before
   * anything was stored.
   */
  Optional<StoredStudy> stored(StudyRepository studies, ArmSearch search) {
    try {
      return Optional.of(studies.read(run(search).toString()));
    } catch (StoreException error) {
      if (error.kind() == StoreException.Kind.MISSING) {
        return Optional.empty();
      }
      throw error;
    }
  }

  /** Returns the folder for files of components of searches that are not stored. */
  Path scratch() {
    return comparison.resolve("scratch");
  }

  private Path folder(ArmSearch search) {
    return comparison.resolve(SEARCHES).resolve(search.folder());
  }

  /**
   * Returns the record of a search; empty if it has not ended, or failed with other code and is to
   * be run again.
   */
  Optional<SearchRecord> ended(ArmSearch search) {
    return found(search)
        .filter(file -> !file.failed() || file.code().equals(search.code()))
        .map(file -> record(search, file));
  }

  private Optional<SearchFile> found(ArmSearch search) {
    Path file = file(search);
    return Files.exists(file) ? Optional.of(SearchFile.read(file)) : Optional.empty();
  }

  /**
   * Deletes the run and the file of a search that failed with other code, so that no part of it
   * enters the new one.
   */
  void discardFailed(ArmSearch search) {
    Path file = file(search);
    if (found(search).isEmpty()) {
      return;
    }
    try {
      delete(run(search));
      Files.delete(file);
    } catch (IOException error) {
      throw new NasException(
          "%s cannot be deleted (%s); delete it, and the search is run again."
              .formatted(file, IoReason.of(error)),
          error);
    }
  }

  /**
   * Replaces the run of a search by the files of one that ended elsewhere; the run is there
   * completely or not at all. Does nothing if there are no files.
   *
   * @throws NasException if they cannot be written
   */
  void keepRun(ArmSearch search, Bundle ended) {
    if (ended.files().isEmpty()) {
      return;
    }
    Path run = run(search);
    Path written = run.resolveSibling(run.getFileName() + ".part");
    try {
      delete(written);
      ended.writeFiles(written);
      delete(run);
      Files.move(written, run, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException error) {
      throw new NasException(
          "%s cannot be written (%s). What was finished before is kept; check the space on the disk and run the same command again."
              .formatted(run, IoReason.of(error)),
          error);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path old : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(old);
      }
    }
  }

  /** Returns a search as the comparison records it. */
  SearchRecord record(ArmSearch search, SearchFile found) {
    return record(planned(search), found);
  }

  private SearchRecord record(PlannedSearch search, SearchFile found) {
    Path file = comparison.resolve(search.file());
    String run = file.getFileName().toString().replaceFirst("\\.csv$", "");
    Path report = file.resolveSibling(run).resolve("report.html");
    return new SearchRecord(
        search.problem(),
        search.arm(),
        search.seed(),
        found.trials(),
        found.failure(),
        Files.exists(report) ? relative(report) : search.file(),
        found.metric(),
        found.cells());
  }

  /** Returns the record of a search that an index names; empty if it has not ended. */
  Optional<SearchRecord> ended(PlannedSearch search) {
    Path file = comparison.resolve(search.file());
    return Files.exists(file)
        ? Optional.of(record(search, SearchFile.read(file)))
        : Optional.empty();
  }

  /** Returns a search as an index names it. */
  PlannedSearch planned(ArmSearch search) {
    return new PlannedSearch(
        search.variant().problem(), search.variant().arm(), search.seed(), relative(file(search)));
  }

  /** Returns the folder of a search below the folder of all searches. */
  static Path folder(PlannedSearch search) {
    Path file = Path.of(search.file());
    return file.subpath(1, file.getNameCount() - 1);
  }

  private String relative(Path file) {
    return comparison.relativize(file).toString().replace('\\', '/');
  }
}
