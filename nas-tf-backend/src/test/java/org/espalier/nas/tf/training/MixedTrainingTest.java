package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.tf.augmentation.Augmentation;
import org.espalier.nas.tf.augmentation.Flip;
import org.espalier.nas.tf.augmentation.ImageAugmenter;
import org.espalier.nas.tf.augmentation.MixedPairs;
import org.espalier.nas.tf.graph.FiniteDifferences;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.loss.ClassWeights;
import org.junit.jupiter.api.Test;

/** A comparison of a step on mixed examples with the cross-entropy of soft targets. */
class MixedTrainingTest {
  private static final TensorShape SHAPE = TensorShape.of(2, 3, 1);
  private static final int CLASSES = 3;
  private static final int BATCH = 8;
  private static final double STEP = 0.5;
  private static final float[] WEIGHTS = {0.5f, 1, 2};
  private static final TableDataset DATA = ImageDataset.of(SHAPE, CLASSES, BATCH, 4);
  private static final Examples EXAMPLES = DATA.examples(Part.TRAINING);
  private static final NetworkSpec NETWORK =
      new NetworkSpec(SHAPE, List.of(new Flatten(), new Dense(CLASSES, Activation.SOFTMAX)));
  private static final Augmentation MIXUP = new Augmentation(Flip.NONE, 0, 0, 0, 4);

  private static ImageAugmenter.Epoch epoch() {
    return new ImageAugmenter(MIXUP, EXAMPLES).epoch(new RandomStreams(1), 1);
  }

  private static void checkStep(boolean weighted, double smoothing) {
    TrainingSettings settings =
        SettingsOf.defaults()
            .optimizer(new Sgd(STEP))
            .augmentation(MIXUP)
            .labelSmoothing(smoothing)
            .settings();
    ClassWeights weights = weighted ? ClassWeights.of(WEIGHTS) : null;
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                StandardLayers.builders(),
                NETWORK,
                DATA.info().task(),
                settings,
                weights,
                Construction.of(5, Map.of(), 0));
        Batches batches = Batches.inOrder(EXAMPLES, BATCH)) {
      double[] before = FiniteDifferences.doubles(candidate.values().get(0));
      Logits logits = new Logits(batches, CLASSES);
      assertThat(candidate.train(batches.augmented(0, epoch()), logits)).isTrue();
      double[] after = FiniteDifferences.doubles(candidate.values().get(0));

      double[] gradient =
          FiniteDifferences.gradient(kernel -> loss(kernel, weighted, smoothing), before);
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isCloseTo(before[i] - STEP * gradient[i], within(1e-5));
      }
    }
  }

  /** Returns −Σ wₖ·qₖ·ln pₖ / batch of the mixed examples; the biases are 0. */
  private static double loss(double[] kernel, boolean weighted, double smoothing) {
    MixedPairs pairs = epoch().pairs(0, BATCH).orElseThrow();
    double loss = 0;
    for (int e = 0; e < BATCH; e++) {
      double[] logits = new double[CLASSES];
      for (int i = 0; i < SHAPE.size(); i++) {
        double mixed =
            pairs.share() * feature(e, i) + (1 - pairs.share()) * feature(pairs.partners()[e], i);
        for (int c = 0; c < CLASSES; c++) {
          logits[c] += mixed * kernel[i * CLASSES + c];
        }
      }
      double sum = Math.log(Arrays.stream(logits).map(Math::exp).sum());
      for (int mixed : new int[] {e, pairs.partners()[e]}) {
        int target = (int) EXAMPLES.target(mixed);
        double share = mixed == e ? pairs.share() : 1 - pairs.share();
        if (pairs.partners()[e] == e) {
          share = 0.5;
        }
        double weight = weighted ? WEIGHTS[target] : 1;
        for (int c = 0; c < CLASSES; c++) {
          double soft = (c == target ? 1 - smoothing : 0) + smoothing / CLASSES;
          loss -= weight * share * soft * (logits[c] - sum);
        }
      }
    }
    return loss / BATCH;
  }

  private static double feature(int example, int index) {
    return EXAMPLES.features().get(example * SHAPE.size() + index);
  }

  @Test
  void theLossIsThatOfSoftTargets() {
    checkStep(false, 0);
  }

  @Test
  void classWeightsAndLabelSmoothingApplyToBothTargets() {
    checkStep(true, 0.1);
  }

  @Test
  void metricsCompareWithTheTargetOfTheLargerShare() {
    try (Batches batches = Batches.inOrder(EXAMPLES, 3)) {
      MiniBatch batch = batches.augmented(1, epoch());
      MixedPairs pairs = epoch().pairs(1, 3).orElseThrow();
      MiniBatch.Mixture mixture = batch.mixture().orElseThrow();
      float[] own = new float[3];
      batch.copyTargets(own, 0);
      float[] partners = new float[3];
      mixture.partners().asRawTensor().data().asFloats().read(partners);
      for (int i = 0; i < 3; i++) {
        assertThat(own[i]).isEqualTo(EXAMPLES.target(3 + i));
        assertThat(partners[i]).isEqualTo(EXAMPLES.target(3 + pairs.partners()[i]));
      }
      assertThat(mixture.share().getFloat()).isEqualTo(pairs.share()).isBetween(0.5f, 1f);
    }
  }

  @Test
  void batchesMayBeMadeInAnyOrder() {
    Augmentation all = new Augmentation(Flip.HORIZONTAL, 1, 10, 1, 0.4);
    Examples images = ImageDataset.of(SHAPE, CLASSES, 20, 4).examples(Part.TRAINING);
    ImageAugmenter augmenter = new ImageAugmenter(all, images);
    ImageAugmenter.Epoch changes = augmenter.epoch(new RandomStreams(3), 2);
    try (Batches batches = Batches.inOrder(images, 6)) {
      List<float[]> forwards =
          IntStream.range(0, 4).mapToObj(b -> features(batches.augmented(b, changes))).toList();
      for (int b = 3; b >= 0; b--) {
        assertThat(features(batches.augmented(b, changes))).isEqualTo(forwards.get(b));
      }
      float[] unchanged = new float[SHAPE.size()];
      images.read(0, unchanged, 0);
      assertThat(features(batches.get(0))).startsWith(unchanged);
    }
  }

  private static float[] features(MiniBatch batch) {
    float[] values = new float[batch.size() * SHAPE.size()];
    batch.features().asRawTensor().data().asFloats().read(values);
    return values;
  }

  @Test
  void numbersAreMixedToo() {
    TableDataset numbers = DATA.withTask(new Task.Regression("y"));
    NetworkSpec linear =
        new NetworkSpec(SHAPE, List.of(new Flatten(), new Dense(1, Activation.LINEAR)));
    TrainingSettings settings =
        SettingsOf.defaults().optimizer(new Sgd(0.01)).augmentation(MIXUP).settings();
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                StandardLayers.builders(),
                linear,
                numbers.info().task(),
                settings,
                null,
                Construction.of(5, Map.of(), 0));
        Batches batches = Batches.inOrder(EXAMPLES, BATCH)) {
      double[] before = FiniteDifferences.doubles(candidate.values().get(0));
      assertThat(candidate.train(batches.augmented(0, epoch()), new Logits(batches, 1))).isTrue();
      double[] after = FiniteDifferences.doubles(candidate.values().get(0));
      double[] gradient = FiniteDifferences.gradient(MixedTrainingTest::squaredError, before);
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isCloseTo(before[i] - 0.01 * gradient[i], within(1e-5));
      }
    }
  }

  /** Returns the squared error of the mixed targets. */
  private static double squaredError(double[] kernel) {
    MixedPairs pairs = epoch().pairs(0, BATCH).orElseThrow();
    double loss = 0;
    for (int e = 0; e < BATCH; e++) {
      int partner = pairs.partners()[e];
      double rest = 1 - pairs.share();
      double predicted = 0;
      for (int i = 0; i < SHAPE.size(); i++) {
        predicted += kernel[i] * (pairs.share() * feature(e, i) + rest * feature(partner, i));
      }
      double wanted = pairs.share() * EXAMPLES.target(e) + rest * EXAMPLES.target(partner);
      loss += (predicted - wanted) * (predicted - wanted) / BATCH;
    }
    return loss;
  }
}
