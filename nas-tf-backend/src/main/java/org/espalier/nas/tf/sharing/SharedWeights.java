package org.espalier.nas.tf.sharing;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The weights that the trials of a study share with later ones, by {@linkplain WeightKey key}: the
 * one-shot store.
 *
 * <p>The weights visible to a trial depend only on the number of results told when it was proposed,
 * never on trials that finished since. The weights of a trial are on disk before its result can be
 * stored, so that a resumed study sees the same weights as an uninterrupted one.
 */
public final class SharedWeights implements StudyListener {
  private final Path folder;
  private final Path everything;
  private final boolean averaging;
  private final WeightVersions versions = new WeightVersions();
  private final Map<Integer, Map<WeightKey, LayerWeights>> untold = new HashMap<>();
  private int missing;
  private boolean required;

  /** Creates the store of a run; nothing is written before a trial publishes weights. */
  @Inject
  public SharedWeights(RunFolder run) {
    this(run.path().resolve("weights"), run.path().resolve("weights.safetensors"), false);
  }

  /**
   * Creates a store.
   *
   * @param folder the folder of the files of single trials
   * @param everything the file of the newest weights
   * @param averaging true to average trials that ran side by side; false for the last of them
   */
  SharedWeights(Path folder, Path everything, boolean averaging) {
    this.folder = folder;
    this.everything = everything;
    this.averaging = averaging;
  }

  /**
   * Returns the weights from which a trial may start a layer.
   *
   * @param informedBy the trial's number of known results
   * @return the weights of the last of the trials 1…{@code informedBy} with this key, averaged with
   *     those of trials beside it if the store averages; empty if none
   */
  public synchronized Optional<LayerWeights> find(WeightKey key, int informedBy) {
    return versions.find(key, informedBy);
  }

  /**
   * Checks, now and whenever a result is told, that the weights which earlier processes left are
   * here, for an evaluator that needs them. Files of single trials may be gone because later trials
   * left all of their weights anew.
   *
   * @throws WeightFileException if the folder of all files is missing
   */
  public synchronized void requireEarlier() {
    required = true;
    check();
  }

  private void check() {
    if (required && missing > 0) {
      throw new WeightFileException(
          "The weights of trial %d and later ones are missing: there is no folder %s. Copy the run's folder from the machine that ran it, or resume there."
              .formatted(missing, folder));
    }
  }

  /**
   * Publishes the weights of a trial; others see them once the trial's result was told.
   *
   * @param trial the number of the trial
   * @param left the weights by key
   */
  public synchronized void publish(int trial, Map<WeightKey, LayerWeights> left) {
    untold.put(trial, Map.copyOf(left));
  }

  /**
   * Writes the weights of a trial to a file of their own.
   *
   * @throws WeightFileException if it cannot be written
   */
  @Override
  public void storing(TrialResult result) {
    int trial = result.trial().number();
    Map<WeightKey, LayerWeights> left;
    synchronized (this) {
      left = untold.get(trial);
    }
    if (left == null || result.outcome() instanceof Outcome.Failed) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WeightFileException(
          "The folder " + folder + " cannot be created: " + IoReason.of(e) + ".", e);
    }
    Safetensors.write(file(trial), WeightNames.flatten(left));
  }

  @Override
  public synchronized void told(TrialResult result, int oldestNeeded) {
    int trial = result.trial().number();
    int informedBy = averaging ? result.trial().informedBy() : trial - 1;
    Map<WeightKey, LayerWeights> left = untold.remove(trial);
    if (result.outcome() instanceof Outcome.Failed) {
      delete(trial);
    } else if (left != null) {
      versions.add(trial, informedBy, left);
    } else if (Files.exists(file(trial))) {
      versions.add(
          trial, informedBy, WeightNames.group(file(trial), Safetensors.read(file(trial))));
    } else if (missing == 0 && !Files.isDirectory(folder)) {
      missing = trial;
      check();
    }
    versions.forget(oldestNeeded).forEach(this::delete);
  }

  /** Writes the newest weights of each key to {@code weights.safetensors}, if there are any. */
  @Override
  public synchronized void ended() {
    if (versions.size() > 0) {
      Safetensors.write(everything, WeightNames.flatten(versions.newest()));
    }
  }

  private Path file(int trial) {
    return folder.resolve("trial-" + trial + ".safetensors");
  }

  private void delete(int trial) {
    try {
      Files.deleteIfExists(file(trial));
    } catch (IOException e) {
      throw new WeightFileException(
          "The file " + file(trial) + " cannot be deleted: " + IoReason.of(e) + ".", e);
    }
  }
}
