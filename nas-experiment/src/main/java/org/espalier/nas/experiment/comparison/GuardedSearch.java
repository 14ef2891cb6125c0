package org.espalier.nas.experiment.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search whose result is stored. A search that fails is a result; a disk that cannot be written,
 * a wrong setting or a cluster that cannot be used is not.
 */
final class GuardedSearch {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedSearch.class);

  private final ArmSearch search;
  private final ArmSearchFolder folder;
  private final Supplier<Optional<SearchFile>> running;

  private GuardedSearch(
      ArmSearch search, ArmSearchFolder folder, Supplier<Optional<SearchFile>> running) {
    this.search = search;
    this.folder = folder;
    this.running = running;
  }

  /**
   * Begins a search.
   *
   * @param folder the folder for its result
   */
  static GuardedSearch begin(ArmSearch search, ArmSearchFolder folder, SearchPlace place) {
    return new GuardedSearch(search, folder, place.begin(search));
  }

  /** Waits for its end and returns its record, successful or not; empty if it was interrupted. */
  Optional<SearchRecord> end() {
    LOG.info("Search {} starts", title());
    Optional<SearchFile> found = found();
    LOG.info("Search {} {}", title(), found.isPresent() ? "ends" : "is interrupted");
    found.ifPresent(file -> file.write(folder.file(search)));
    return found.map(file -> folder.record(search, file));
  }

  private String title() {
    return "%s on %s".formatted(search, search.variant().problem());
  }

  private Optional<SearchFile> found() {
    try {
      return running.get();
    } catch (StoreException
        | InvalidExperimentException
        | InvalidSettingException
        | InvalidDataException
        | RemoteException ours) {
      throw ours;
    } catch (NasException failed) {
      LOG.error("Search {} fails", title(), failed);
      String reason = String.valueOf(failed.getMessage());
      return Optional.of(
          new SearchFile(List.of(), List.of(), reason, null, search.code(), Map.of()));
    }
  }
}
