package org.espalier.nas.engine.store;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.trial.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.jdbi.v3.core.Handle;

/**
 * All that is stored of a study at one moment; the study may be running meanwhile.
 *
 * @param folder the run's folder
 * @param description what the study is
 * @param sessions the processes that worked on it, in order
 * @param trials all trials, in the order of their numbers
 * @param diagnostics what the controller said after each tell, by the number of the trial told
 */
public record StoredStudy(
    Path folder,
    StudyDescription description,
    List<StoredSession> sessions,
    List<StoredTrial> trials,
    SortedMap<Integer, Map<String, Double>> diagnostics) {

  /** Copies. */
  public StoredStudy {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(description);
    sessions = List.copyOf(sessions);
    trials = List.copyOf(trials);
    diagnostics = Collections.unmodifiableSortedMap(new TreeMap<>(diagnostics));
  }

  /**
   * Reads a study without hindering a process that runs it.
   *
   * @param folder the run's folder
   * @throws StoreException if there is no study or its file cannot be read
   */
  public static StoredStudy read(Path folder) {
    Path file = folder.resolve(StudyDatabase.FILE);
    try (Handle handle = StudyDatabase.readable(file)) {
      return handle.inTransaction(transaction -> read(folder, file, transaction));
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw StoreErrors.of(file, e);
    }
  }

  private static StoredStudy read(Path folder, Path file, Handle handle) {
    StudyReader reader = new StudyReader(handle, file);
    return new StoredStudy(
        folder, reader.description(), reader.sessions(), reader.trials(), reader.diagnostics());
  }

  /** The results of the finished trials, in the order of their numbers. */
  public List<TrialResult> results() {
    return trials.stream().map(StoredTrial::result).flatMap(Optional::stream).toList();
  }

  /** Returns the finished trials and the diagnostics of the controller. */
  public StudyHistory history() {
    return new StudyHistory(results(), diagnostics);
  }
}
