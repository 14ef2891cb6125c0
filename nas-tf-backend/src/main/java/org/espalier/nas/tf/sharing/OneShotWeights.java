package org.espalier.nas.tf.sharing;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a one-shot model: those that all architectures of a space share, with the slots of
 * their optimizer, as each trial leaves them.
 *
 * <p>As with {@link SharedWeights}, the weights visible to a trial depend only on the number of
 * results told when it was proposed. If trials trained the same weights side by side, later ones
 * see their mean.
 */
public final class OneShotWeights implements StudyListener {
  private final SharedWeights store;
  private final WeightFiles files;
  private @Nullable Map<WeightKey, LayerWeights> last;

  /** Creates the weights of a run; nothing is written before a trial publishes some. */
  @Inject
  public OneShotWeights(ArtifactStore artifacts) {
    this.files = new WeightFiles(artifacts, "one-shot");
    this.store = new SharedWeights(files, true);
  }

  /**
   * Returns the weights from which a trial starts a layer.
   *
   * @param informedBy the trial's number of known results
   * @return empty if none of the trials 1…{@code informedBy} had this layer
   */
  public Optional<LayerWeights> find(WeightKey key, int informedBy) {
    return store.find(key, informedBy);
  }

  /**
   * Reads the weights that other processes left.
   *
   * @throws WeightFileException if there are no files although results were told, or one is damaged
   */
  public void requireEarlier() {
    store.requireEarlier();
  }

  /**
   * Publishes the weights of a trial; others see them once the trial's result was told.
   *
   * @param trial the number of the trial
   * @param left the weights by key
   */
  public void publish(int trial, Map<WeightKey, LayerWeights> left) {
    store.publish(trial, left);
  }

  /**
   * Returns the weights at the end of the run, read when they are first needed.
   *
   * @throws WeightFileException if the run has not ended, or the file is damaged
   */
  public synchronized Map<WeightKey, LayerWeights> last() {
    Map<WeightKey, LayerWeights> read = last;
    if (read == null) {
      read =
          files
              .readNewest()
              .orElseThrow(
                  () ->
                      new WeightFileException(
                          "%s does not exist: it is written when a search with the evaluator one-shot ends."
                              .formatted(files.placeOfNewest())));
      last = read;
    }
    return read;
  }

  @Override
  public void storing(TrialResult result) {
    store.storing(result);
  }

  @Override
  public void told(TrialResult result, int oldestNeeded) {
    store.told(result, oldestNeeded);
  }

  @Override
  public void ended() {
    store.ended();
  }
}
