package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.tf.tensorboard.LoggedTrial;
import org.espalier.nas.tf.tensorboard.TensorBoardLog;

/**
 * A run's event files for TensorBoard, created from its store alone: they are the same whether they
 * are written while the search runs, after it was killed and resumed, or long after it.
 */
public final class TensorBoardFiles implements AutoCloseable {
  private static final String FOLDER = "tensorboard";

  private final TensorBoardLog log;
  private final NavigableMap<Integer, Instant> told = new TreeMap<>();
  private int seen;
  private int heard;

  /** Creates the files of a run, or continues existing ones. */
  TensorBoardFiles(Path run, StudyDescription description) {
    this.log = new TensorBoardLog(folder(run), description.createdAt(), description.objectives());
  }

  /** Returns the folder for TensorBoard inside that of a run. */
  public static Path folder(Path run) {
    return run.resolve(FOLDER);
  }

  /**
   * Writes all event files of a run on which no process works.
   *
   * @param run the run's folder
   * @return their folder
   * @throws NasException if there is no run, another process works on it, or files cannot be
   *     written
   */
  public static Path write(StudyRepository studies, Path run) {
    // Held open so that no other process writes the same files.
    try (StudyJournal held = studies.open(run.toString());
        TensorBoardFiles files = new TensorBoardFiles(run, held.description())) {
      files.writeAll(studies.read(run.toString()));
    }
    return folder(run);
  }

  /** Adds the trials told to the controller since the last call. */
  void writeTold(StoredStudy study) {
    write(study, false);
  }

  /** Adds all finished trials; nothing can be added afterwards. */
  void writeAll(StoredStudy study) {
    write(study, true);
  }

  private void write(StoredStudy study, boolean all) {
    try {
      trials(study.trials(), all);
      diagnostics(study);
    } catch (IOException error) {
      throw failure(error);
    }
  }

  /**
   * Writes the trials told to the controller; they are told in order, so the first unfinished one
   * ends them.
   */
  private void trials(List<StoredTrial> trials, boolean all) throws IOException {
    while (seen < trials.size()) {
      StoredTrial trial = trials.get(seen);
      TrialResult result = trial.finished();
      if (result != null) {
        Instant finished = Objects.requireNonNull(trial.finishedAt());
        Instant last = told.isEmpty() ? finished : told.lastEntry().getValue();
        Instant toldAt = finished.isAfter(last) ? finished : last;
        log.trial(new LoggedTrial(result, started(trial, finished), finished, toldAt));
        told.put(trial.trial().number(), toldAt);
      } else if (!all) {
        return;
      }
      seen++;
    }
  }

  /** Returns the start of a trial; a result reused from an earlier trial took no time. */
  private static Instant started(StoredTrial trial, Instant finished) {
    Instant started = trial.startedAt();
    return started == null || started.isAfter(finished) ? finished : started;
  }

  private void diagnostics(StoredStudy study) throws IOException {
    for (Map.Entry<Integer, Map<String, Double>> said :
        study.diagnostics().tailMap(heard + 1).entrySet()) {
      Map.Entry<Integer, Instant> at = told.floorEntry(said.getKey());
      if (at != null) {
        log.diagnostics(said.getKey(), at.getValue(), said.getValue());
        heard = said.getKey();
      }
    }
  }

  private static NasException failure(IOException error) {
    return new NasException("Event files for TensorBoard cannot be written: " + error, error);
  }

  @Override
  public void close() {
    try {
      log.close();
    } catch (IOException error) {
      throw failure(error);
    }
  }
}
