package org.espalier.nas.tf.training;

import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.tf.augmentation.ImageAugmenter;
import org.espalier.nas.tf.metric.Predictions;
import org.jspecify.annotations.Nullable;

/**
 * The epochs of one network.
 *
 * <p>The metrics of the training part are computed from the training steps themselves: each example
 * is predicted just before the step that learns from it, with dropout and augmentation; the loss
 * excludes class weights, label smoothing, auxiliary outputs and penalties, and the target of a
 * mixed example is that of the larger share. The state of layers is estimated from unchanged
 * images, as those to predict are. The metrics of the validation part, and of the test part if
 * requested, are measured after the epoch.
 */
final class NetworkEpochs implements Epochs {
  /** Steps between two checks for abandonment. */
  private static final int STEPS_UNWATCHED = 64;

  /** Training batches from which the state of layers is estimated before each validation. */
  private static final int CALIBRATION_BATCHES = 5;

  private final CandidateNetwork candidate;
  private final Batches batches;
  private final Batches validation;
  private final @Nullable Batches test;
  private final Measures measures;
  private final TrainingSettings settings;
  private final RandomStreams streams;
  private final @Nullable ImageAugmenter augmenter;
  private final PhaseClock clock;

  NetworkEpochs(
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
    this.augmenter =
        settings.augmentation().active()
            ? new ImageAugmenter(settings.augmentation(), batches.source())
            : null;
    this.clock = clock;
  }

  @Override
  public Optional<TrainingEnd> run(int epoch, Progress progress, Map<String, Double> metrics) {
    Optional<TrainingEnd> early = train(epoch, progress, metrics);
    if (early.isEmpty()) {
      early = validate(epoch, progress, metrics);
    }
    return early.isEmpty() ? test(progress, metrics) : early;
  }

  private Optional<TrainingEnd> train(int epoch, Progress progress, Map<String, Double> metrics) {
    clock.enter(Phase.OTHER);
    if (settings.shuffle()) {
      batches.shuffle(streams.stream("training.shuffle", epoch));
    }
    ImageAugmenter.Epoch changes = augmenter == null ? null : augmenter.epoch(streams, epoch);
    Logits logits = new Logits(batches, candidate.outputs());
    for (int b = 0; b < batches.count(); b++) {
      if (b % STEPS_UNWATCHED == 0 && progress.abandoned()) {
        return Optional.of(new TrainingEnd.Abandoned());
      }
      clock.enter(Phase.OTHER);
      MiniBatch batch = changes == null ? batches.get(b) : batches.augmented(b, changes);
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
    candidate.calibrate(batches, CALIBRATION_BATCHES);
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
}
