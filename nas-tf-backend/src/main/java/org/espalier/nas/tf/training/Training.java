package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.tf.metric.Predictions;
import org.jspecify.annotations.Nullable;

/**
 * The training of one candidate, epoch after epoch.
 *
 * <p>The metrics of the training part are computed from the training steps themselves: each example
 * is predicted just before the step that learns from it, with dropout; the loss excludes class
 * weights and penalties. The metrics of the validation part, and of the test part if requested, are
 * measured after the epoch.
 */
final class Training {
  /** Steps between two checks for abandonment. */
  private static final int STEPS_UNWATCHED = 64;

  private final CandidateNetwork candidate;
  private final Batches batches;
  private final Batches validation;
  private final @Nullable Batches test;
  private final Measures measures;
  private final TrainingSettings settings;
  private final RandomStreams streams;
  private final PhaseClock clock;
  private final List<Measurement> measurements = new ArrayList<>();
  private final @Nullable Improvement patience;
  private final @Nullable Improvement quality;
  private byte @Nullable [] best;

  Training(
      CandidateNetwork candidate,
      Batches batches,
      Batches validation,
      @Nullable Batches test,
      Measures measures,
      TrainingSettings settings,
      long seed,
      PhaseClock clock) {
    this.candidate = candidate;
    this.batches = batches;
    this.validation = validation;
    this.test = test;
    this.measures = measures;
    this.settings = settings;
    this.streams = new RandomStreams(seed);
    this.clock = clock;
    EarlyStopping stopping = settings.earlyStopping();
    this.patience =
        stopping == null ? null : measures.improvement(stopping.metric(), stopping.minDelta());
    String kept = settings.keepBest();
    this.quality = kept == null ? null : measures.improvement(kept, 0);
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
  TrainingEnd run(int epochs, Progress progress) {
    return keepWeights(train(epochs, progress));
  }

  /**
   * Trains until this many epochs are measured; afterwards the candidate has the weights of the
   * last one.
   */
  TrainingEnd train(int epochs, Progress progress) {
    Optional<TrainingEnd> ending =
        outOfPatience() ? Optional.of(new TrainingEnd.Finished()) : Optional.empty();
    for (int epoch = epochsDone() + 1; epoch <= epochs && ending.isEmpty(); epoch++) {
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
    Optional<TrainingEnd> early = train(epoch, progress, metrics);
    if (early.isEmpty()) {
      early = validate(epoch, progress, metrics);
    }
    if (early.isEmpty()) {
      early = test(progress, metrics);
    }
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

  private Optional<TrainingEnd> train(int epoch, Progress progress, Map<String, Double> metrics) {
    clock.enter(Phase.OTHER);
    if (settings.shuffle()) {
      batches.shuffle(streams.stream("training.shuffle", epoch));
    }
    Logits logits = new Logits(batches, candidate.outputs());
    for (int b = 0; b < batches.count(); b++) {
      if (b % STEPS_UNWATCHED == 0 && progress.abandoned()) {
        return Optional.of(new TrainingEnd.Abandoned());
      }
      clock.enter(Phase.OTHER);
      MiniBatch batch = batches.get(b);
      clock.enter(Phase.TRAIN);
      if (!candidate.train(batch, logits)) {
        return Optional.of(
            diverged("loss became NaN or infinite in step %d of epoch %d".formatted(b + 1, epoch)));
      }
    }
    clock.enter(Phase.VALIDATE);
    measures.ofTraining(logits.predictions(measures), metrics);
    return Optional.empty();
  }

  private Optional<TrainingEnd> validate(
      int epoch, Progress progress, Map<String, Double> metrics) {
    Optional<Logits> logits = candidate.predict(validation, progress::abandoned);
    if (logits.isEmpty()) {
      return Optional.of(new TrainingEnd.Abandoned());
    }
    Predictions predictions = logits.get().predictions(measures);
    if (!Double.isFinite(predictions.loss())) {
      return Optional.of(
          diverged(
              "validation.loss became %s after epoch %d".formatted(predictions.loss(), epoch)));
    }
    measures.ofValidation(predictions, metrics);
    return Optional.empty();
  }

  private Optional<TrainingEnd> test(Progress progress, Map<String, Double> metrics) {
    clock.enter(Phase.OTHER);
    if (test == null) {
      return Optional.empty();
    }
    Optional<Logits> logits = candidate.predict(test, progress::abandoned);
    if (logits.isEmpty()) {
      return Optional.of(new TrainingEnd.Abandoned());
    }
    measures.ofTest(logits.get().predictions(measures), metrics);
    return Optional.empty();
  }

  private static TrainingEnd diverged(String happened) {
    return new TrainingEnd.Diverged(
        "The " + happened + "; a smaller learningRate or a clipNorm may help.");
  }

  private void keepIfBest(Measurement measurement) {
    if (quality != null && quality.observe(measurement)) {
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
    if (ending.usable() && best != null) {
      candidate.restoreWeights(best);
    }
    return ending;
  }
}
