package org.espalier.nas.tf.sharing;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The weights that the trials of a study share with later ones, by {@linkplain WeightKey key}: the
 * one-shot store.
 *
 * <p>The weights visible to a trial depend only on the number of results told when it was proposed,
 * never on trials that finished since. The weights of a trial are durable before its result can be
 * stored, so that a resumed study sees the same weights as an uninterrupted one, and so do
 * processes with the same artifacts that evaluate trials of one study.
 */
public final class SharedWeights implements StudyListener {
  private final WeightFiles files;
  private final boolean averaging;
  private final WeightVersions versions = new WeightVersions();
  private final Map<Integer, Map<WeightKey, LayerWeights>> untold = new HashMap<>();
  private final SortedMap<Integer, Integer> unread = new TreeMap<>();
  private boolean required;
  private boolean found;

  /** Creates the store of a run; nothing is written before a trial publishes weights. */
  @Inject
  public SharedWeights(ArtifactStore artifacts) {
    this(new WeightFiles(artifacts, "weights"), false);
  }

  /**
   * Creates a store.
   *
   * @param averaging true to average trials that ran side by side; false for the last of them
   */
  SharedWeights(WeightFiles files, boolean averaging) {
    this.files = files;
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
   * Reads the weights that other processes left, of results told already and of those told from now
   * on. An evaluator calls it that uses the weights; without it no file is read. Files of single
   * trials may be gone because later trials left all of their weights anew.
   *
   * @throws WeightFileException if there are no files although results were told, or one is damaged
   */
  public synchronized void requireEarlier() {
    required = true;
    unread.forEach(this::read);
    unread.clear();
  }

  private void read(int trial, int informedBy) {
    Optional<Map<WeightKey, LayerWeights>> left = files.read(trial);
    if (left.isPresent()) {
      versions.add(trial, informedBy, left.get());
    } else if (!found && files.isEmpty()) {
      throw new WeightFileException(
          "The weights of trial %d and later ones are missing: there are none in %s. Copy the run's folder from the machine that ran it, or resume there."
              .formatted(trial, files.place()));
    }
    found = true;
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
   * @throws org.espalier.nas.api.storage.ArtifactException if it cannot be written
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
    files.write(trial, left);
  }

  @Override
  public synchronized void told(TrialResult result, int oldestNeeded) {
    int trial = result.trial().number();
    int informedBy = averaging ? result.trial().informedBy() : trial - 1;
    Map<WeightKey, LayerWeights> left = untold.remove(trial);
    if (result.outcome() instanceof Outcome.Failed) {
      files.delete(trial);
    } else if (left != null) {
      versions.add(trial, informedBy, left);
      found = true;
    } else if (required) {
      read(trial, informedBy);
    } else {
      unread.put(trial, informedBy);
    }
    versions.forget(oldestNeeded).forEach(files::delete);
  }

  /** Writes the newest weights of each key to {@code weights.safetensors}, if there are any. */
  @Override
  public synchronized void ended() {
    if (versions.size() > 0) {
      files.writeNewest(versions.newest());
    }
  }
}
