package org.espalier.nas.experiment.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;

/**
 * Where the searches of a comparison are kept: {@code cells/problem/arm-identity/seed-1.csv}, and
 * beside it the run itself where there is one.
 *
 * @param comparison the comparison's folder
 */
record CellFolder(Path comparison) {
  private static final String CELLS = "cells";

  /** The file that is there once the search has ended. */
  Path file(Cell cell) {
    return folder(cell).resolve(cell.name() + ".csv");
  }

  /** The folder of the search's run. */
  Path run(Cell cell) {
    return folder(cell).resolve(cell.name());
  }

  /**
   * The run of a search as it is stored; empty if there is none, or its process was killed before
   * anything was stored.
   */
  Optional<StoredStudy> stored(StudyRepository studies, Cell cell) {
    try {
      return Optional.of(studies.read(run(cell).toString()));
    } catch (StoreException error) {
      if (error.kind() == StoreException.Kind.MISSING) {
        return Optional.empty();
      }
      throw error;
    }
  }

  /** Where components of searches that are not kept may keep files. */
  Path scratch() {
    return comparison.resolve("scratch");
  }

  private Path folder(Cell cell) {
    return comparison.resolve(CELLS).resolve(cell.folder());
  }

  /** What a search that has ended found; empty if it has not. */
  Optional<SearchRecord> ended(Cell cell) {
    Path file = file(cell);
    return Files.exists(file) ? Optional.of(record(cell, SearchFile.read(file))) : Optional.empty();
  }

  /** A search as it enters the comparison. */
  SearchRecord record(Cell cell, SearchFile found) {
    Path report = run(cell).resolve("report.html");
    Path shown = Files.exists(report) ? report : file(cell);
    return new SearchRecord(
        cell.variant().problem(),
        cell.variant().arm(),
        cell.seed(),
        found.trials(),
        found.failure(),
        comparison.relativize(shown).toString().replace('\\', '/'));
  }
}
