package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * The training of one candidate, epoch after epoch, on all data or on the folds of a
 * cross-validation.
 */
final class Training {
  private final Epochs epochs;
  private final @Nullable CandidateNetwork candidate;
  private final TrainingSettings settings;
  private final List<Measurement> measurements = new ArrayList<>();
  private final @Nullable Improvement patience;
  private final @Nullable Improvement quality;
  private byte @Nullable [] best;

  /** Creates the training of one network. */
  Training(
      CandidateNetwork candidate, Epochs epochs, Measures measures, TrainingSettings settings) {
    this(epochs, candidate, measures, settings);
  }

  /** Creates the training of a network on each fold; it keeps no weights of the best epoch. */
  Training(FoldedEpochs epochs, Measures measures, TrainingSettings settings) {
    this(epochs, null, measures, settings);
  }

  private Training(
      Epochs epochs,
      @Nullable CandidateNetwork candidate,
      Measures measures,
      TrainingSettings settings) {
    this.epochs = epochs;
    this.candidate = candidate;
    this.settings = settings;
    EarlyStopping stopping = settings.earlyStopping();
    this.patience =
        stopping == null ? null : measures.improvement(stopping.metric(), stopping.minDelta());
    String kept = settings.keepBest();
    this.quality = kept == null || candidate == null ? null : measures.improvement(kept, 0);
  }

  /**
   * Continues from the epochs of another training, whose weights the candidate already has.
   *
   * @param before the measurements of these epochs, from the first
   * @param bestBefore the weights of the best of them; null if they were not kept, so that only
   *     later epochs can be the best
   */
  void goOnFrom(List<Measurement> before, byte @Nullable [] bestBefore) {
    measurements.addAll(before);
    if (patience != null) {
      before.forEach(patience::observe);
    }
    if (quality != null && bestBefore != null) {
      before.forEach(quality::observe);
      best = bestBefore;
    }
  }

  /** Trains for at most this many epochs; afterwards the candidate has the weights to keep. */
  TrainingEnd run(int count, Progress progress) {
    return keepWeights(train(count, progress));
  }

  /**
   * Trains until this many epochs are measured; afterwards the candidate has the weights of the
   * last one.
   */
  TrainingEnd train(int count, Progress progress) {
    Optional<TrainingEnd> ending =
        outOfPatience() ? Optional.of(new TrainingEnd.Finished()) : Optional.empty();
    for (int epoch = epochsDone() + 1; epoch <= count && ending.isEmpty(); epoch++) {
      ending = epoch(epoch, progress);
    }
    return ending.orElseGet(TrainingEnd.Finished::new);
  }

  private int epochsDone() {
    return measurements.isEmpty() ? 0 : measurements.get(measurements.size() - 1).step();
  }

  /** Returns the measurements so far. */
  List<Measurement> measurements() {
    return measurements;
  }

  /** Returns the epoch whose weights the candidate has after {@link #run}. */
  int bestEpoch() {
    return quality == null ? measurements.size() : quality.bestEpoch();
  }

  private Optional<TrainingEnd> epoch(int epoch, Progress progress) {
    Map<String, Double> metrics = new TreeMap<>();
    Optional<TrainingEnd> early = epochs.run(epoch, progress, metrics);
    if (early.isPresent()) {
      return early;
    }
    Measurement measurement = new Measurement(epoch, metrics);
    measurements.add(measurement);
    keepIfBest(measurement);
    if (patience != null) {
      patience.observe(measurement);
    }
    Directive directive = progress.report(measurement);
    return switch (directive) {
      case STOP -> Optional.of(new TrainingEnd.Stopped(epoch));
      case ABANDON -> Optional.of(new TrainingEnd.Abandoned());
      case CONTINUE -> outOfPatience() ? Optional.of(new TrainingEnd.Finished()) : early;
    };
  }

  private void keepIfBest(Measurement measurement) {
    if (candidate != null && quality != null && quality.observe(measurement)) {
      best = candidate.savedWeights();
    }
  }

  /** Returns the weights of the best epoch so far; null if none are kept. */
  byte @Nullable [] bestWeights() {
    return best;
  }

  private boolean outOfPatience() {
    EarlyStopping stopping = settings.earlyStopping();
    return patience != null && stopping != null && patience.epochsWithout() >= stopping.patience();
  }

  /** Restores the weights to keep: those of the best epoch, or else of the last. */
  TrainingEnd keepWeights(TrainingEnd ending) {
    if (ending.usable() && candidate != null && best != null) {
      candidate.restoreWeights(best);
    }
    return ending;
  }
}
