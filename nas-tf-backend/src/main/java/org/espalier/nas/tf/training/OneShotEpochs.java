package org.espalier.nas.tf.training;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.random.RandomStreams;

/**
 * The epochs of one architecture of a one-shot model: each trains on some minibatches of the
 * training part, and measures on some of the validation part, which the seed of the trial draws.
 */
final class OneShotEpochs implements Epochs {
  private final CandidateNetwork candidate;
  private final EvaluationData data;
  private final int[] training;
  private final OneShotSettings settings;
  private final long seed;
  private final RandomStreams streams;
  private final PhaseClock clock;

  /**
   * Creates the epochs.
   *
   * @param training the rows to train on
   */
  OneShotEpochs(
      CandidateNetwork candidate,
      EvaluationData data,
      int[] training,
      OneShotSettings settings,
      long seed,
      PhaseClock clock) {
    this.candidate = candidate;
    this.data = data;
    this.training = training.clone();
    this.settings = settings;
    this.seed = seed;
    this.streams = new RandomStreams(seed);
    this.clock = clock;
  }

  @Override
  public Optional<TrainingEnd> run(int epoch, Progress progress, Map<String, Double> metrics) {
    int steps = settings.steps();
    if (settings.scored() == 0) {
      try (Batches share = batches(Part.TRAINING, training, steps, epoch)) {
        return run(epoch, share, data.validation(), progress, metrics);
      }
    }
    int[] all = IntStream.range(0, data.dataset().examples(Part.VALIDATION).size()).toArray();
    int fitting = (all.length + settings.training().batch() - 1) / settings.training().batch();
    int scored = Math.min(settings.scored(), fitting);
    try (Batches share = batches(Part.TRAINING, training, steps, epoch);
        Batches validation = batches(Part.VALIDATION, all, scored == fitting ? 0 : scored, epoch)) {
      return run(epoch, share, validation, progress, metrics);
    }
  }

  private Optional<TrainingEnd> run(
      int epoch,
      Batches share,
      Batches validation,
      Progress progress,
      Map<String, Double> metrics) {
    return new NetworkEpochs(
            candidate, share, validation, null, data.measures(), settings.training(), seed, clock)
        .run(epoch, progress, metrics);
  }

  private Batches batches(Part part, int[] rows, int count, int epoch) {
    Examples examples = data.dataset().examples(part);
    int batch = settings.training().batch();
    if (count == 0) {
      return new Batches(examples, rows, batch);
    }
    RandomGenerator random =
        streams.stream(part == Part.TRAINING ? "one-shot.training" : "one-shot.validation", epoch);
    return new Batches(examples, drawn(rows, Math.multiplyExact(count, batch), random), batch);
  }

  /** Returns rows in random order, each as often as any other, give or take one. */
  private static int[] drawn(int[] rows, int count, RandomGenerator random) {
    int[] drawn = new int[count];
    int[] order = rows.clone();
    for (int from = 0; from < count; from += order.length) {
      Batches.shuffle(order, random);
      System.arraycopy(order, 0, drawn, from, Math.min(order.length, count - from));
    }
    return drawn;
  }
}
