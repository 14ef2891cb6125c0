package org.espalier.nas.tf.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.WeightArray;
import org.junit.jupiter.api.Test;

/** A comparison of batch normalisation in an exported network with its formula. */
class BatchNormFormulaTest {
  private static final double EPSILON = 1e-3;
  private static final float[] GAMMA = {1, -2, 0.5f};
  private static final float[] BETA = {0, 1, -3};
  private static final float[] MEAN = {0.5f, -1, 100};
  private static final float[] VARIANCE = {4, 0, 0.25f};

  private static WeightArray array(float... values) {
    return new WeightArray(TensorShape.of(values.length), values);
  }

  private static DatasetInfo unscaled(TensorShape shape) {
    DatasetInfo.Channel channel = new DatasetInfo.Channel(0, 1, 0, 1);
    return new DatasetInfo.Image(
        "numbers",
        new Task.Regression("y"),
        shape,
        List.of(channel, channel, channel),
        Map.of(),
        "none");
  }

  @Test
  void normalisesByTheKnownStatisticsWhateverTheBatch() {
    NetworkSpec network = new NetworkSpec(TensorShape.of(2, 2, 3), List.of(new BatchNorm(EPSILON)));
    LayerWeights weights =
        new LayerWeights(
            Map.of(
                "gamma", array(GAMMA),
                "beta", array(BETA),
                "mean", array(MEAN),
                "variance", array(VARIANCE)));
    float[] images = new float[2 * 12];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.cos(i) * (i % 3 == 2 ? 100 : 3);
    }

    float[] normalised;
    try (InferenceGraph graph =
        InferenceGraph.of(
            StandardLayers.builders(),
            network,
            unscaled(network.input()),
            Map.of("layer0", weights))) {
      normalised = graph.predict(images);
    }

    for (int i = 0; i < images.length; i++) {
      int c = i % 3;
      double expected =
          GAMMA[c] * (images[i] - MEAN[c]) / Math.sqrt(VARIANCE[c] + EPSILON) + BETA[c];
      assertThat((double) normalised[i])
          .isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
    }
  }
}
