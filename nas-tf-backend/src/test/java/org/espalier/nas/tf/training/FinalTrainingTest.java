package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Misclassification;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.tf.export.TrainedNetwork;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.metric.ClassPredictions;
import org.espalier.nas.tf.metric.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class FinalTrainingTest {
  private static final TableDataset BLOBS = TableDataset.blobs(3, TensorShape.of(4), 300, 90);
  private static final FixedNetworks SPACE =
      new FixedNetworks(
          List.of(
              new NetworkSpec(
                  TensorShape.of(4),
                  List.of(new Dense(16, Activation.RELU), new Dense(3, Activation.SOFTMAX)))));

  private static FinalTraining training(SettingsOf settings) {
    return new FinalTraining(settings.settings(), SPACE, BLOBS, StandardLayers.implementations());
  }

  private static TrainedNetwork train(SettingsOf settings, int epochs) {
    return training(settings).train(SPACE.architecture(0), epochs, 3, Progress.unwatched());
  }

  @Test
  void evaluatesOnTheTestPart() {
    TrainedNetwork model = train(SettingsOf.defaults(), 30);

    assertThat(model.test().size()).isEqualTo(90);
    assertThat(model.testMetrics().get("test.accuracy")).isGreaterThan(0.95);
    assertThat(model.testMetrics()).containsKeys("test.loss", "test.auc", "test.macro-f1");
    ConfusionMatrix confusion = ((ClassPredictions) model.test()).confusion();
    assertThat(confusion.accuracy()).isEqualTo(model.testMetrics().get("test.accuracy"));
    assertThat(model.weights()).containsOnlyKeys("layer0", "layer1");
  }

  @Test
  void endsWhenTheValidationLossNoLongerImprovesAndKeepsTheBestEpoch() {
    // Steps far too large: the loss soon gets worse.
    TrainedNetwork model = train(SettingsOf.defaults().optimizer(new Sgd(8)).inOrder(), 200);

    assertThat(model.history().size()).isLessThan(200).isEqualTo(model.bestEpoch() + 10);
    double best = loss(model, model.bestEpoch());
    assertThat(model.history())
        .allSatisfy(
            m ->
                assertThat(m.metric("validation.loss").orElseThrow()).isGreaterThanOrEqualTo(best));
  }

  private static double loss(TrainedNetwork model, int epoch) {
    return model.history().get(epoch - 1).metric("validation.loss").orElseThrow();
  }

  @Test
  void ofOneEpochTheWeightsAreThoseOfThatEpoch() {
    TrainedNetwork longer = train(SettingsOf.defaults().optimizer(new Sgd(8)).inOrder(), 200);
    TrainedNetwork untilBest =
        train(SettingsOf.defaults().optimizer(new Sgd(8)).inOrder(), longer.bestEpoch());

    assertThat(untilBest.weights()).isEqualTo(longer.weights());
    assertThat(untilBest.testMetrics()).isEqualTo(longer.testMetrics());
  }

  /** One step is too few to learn the classes. */
  @Test
  void listsTheExamplesOffTheDiagonalOfTheConfusionMatrix() {
    TrainedNetwork model = train(SettingsOf.defaults().optimizer(new Sgd(0.01)).inOrder(), 1);
    Examples test = BLOBS.examples(Part.TEST);

    long[][] counts = new long[3][3];
    for (Misclassification mistake : model.misclassified()) {
      counts[mistake.actual()][mistake.predicted()]++;
      assertThat((int) test.target(mistake.example())).isEqualTo(mistake.actual());
      assertThat(mistake.probability()).isBetween(1 / 3.0, 1.0);
    }

    assertThat(model.misclassified()).isNotEmpty();
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        assertThat(counts[actual][predicted])
            .isEqualTo(
                actual == predicted ? 0 : model.confusionMatrix().get(actual).get(predicted));
      }
    }
  }

  @Test
  void stopsWhenToldSo() {
    TrainedNetwork model =
        training(SettingsOf.defaults())
            .train(SPACE.architecture(0), 30, 3, measurement -> Directive.STOP);

    assertThat(model.history()).hasSize(1);
  }

  @Test
  void divergingIsATypedError() {
    assertThatThrownBy(() -> train(SettingsOf.defaults().optimizer(new Sgd(1e30)), 3))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("epoch 1");
  }

  @Test
  void abandoningIsATypedError() {
    assertThatThrownBy(
            () ->
                training(SettingsOf.defaults())
                    .train(SPACE.architecture(0), 3, 3, measurement -> Directive.ABANDON))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessage("The training was abandoned.");
  }

  @Test
  void tooLittleMemoryIsATypedError() {
    FixedNetworks large =
        new FixedNetworks(
            List.of(
                new NetworkSpec(
                    TensorShape.of(4),
                    List.of(
                        new Dense(100_000, Activation.RELU), new Dense(3, Activation.SOFTMAX)))));
    FinalTraining training =
        new FinalTraining(
            SettingsOf.defaults().memoryLimit(1).settings(),
            large,
            BLOBS,
            StandardLayers.implementations());

    assertThatThrownBy(() -> training.train(large.architecture(0), 1, 1, Progress.unwatched()))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("more than memoryLimitMiB (1)");
  }
}
