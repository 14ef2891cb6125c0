package org.espalier.nas.tf.export;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.NativeResources;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.WeightArray;
import org.espalier.nas.tf.training.TableDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts native objects of the process")
class FailedExportTest {

  @Test
  void aGraphWhoseWeightsAreMissingLeavesNothingOpen() {
    NetworkSpec network =
        new NetworkSpec(TensorShape.of(2), List.of(new Dense(3, Activation.SOFTMAX)));
    LayerWeights biasOnly =
        new LayerWeights(Map.of("bias", new WeightArray(TensorShape.of(3), new float[3])));

    NativeResources.assertNoneLeftBy(
        () ->
            InferenceGraph.of(
                StandardLayers.builders(),
                network,
                TableDataset.numbers(x -> x[0], 1, 1).info(),
                Map.of("layer0", biasOnly)));
  }
}
