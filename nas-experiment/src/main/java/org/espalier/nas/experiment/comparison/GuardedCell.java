package org.espalier.nas.experiment.comparison;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.experiment.file.InvalidExperimentException;

/**
 * A search whose result is stored. A search that fails is a result; a disk that cannot be written
 * or a wrong setting is not.
 */
record GuardedCell(Cell cell, CellFolder folder) {

  /** Runs the search and returns its record, successful or not; empty if it was interrupted. */
  Optional<SearchRecord> run(CellSearch search) {
    Optional<SearchFile> found = found(search);
    found.ifPresent(file -> file.write(folder.file(cell)));
    return found.map(file -> folder.record(cell, file));
  }

  private Optional<SearchFile> found(CellSearch search) {
    try {
      return search.run(cell);
    } catch (StoreException
        | InvalidExperimentException
        | InvalidSettingException
        | InvalidDataException ours) {
      throw ours;
    } catch (NasException failed) {
      String reason = String.valueOf(failed.getMessage());
      return Optional.of(new SearchFile(List.of(), List.of(), reason));
    }
  }
}
