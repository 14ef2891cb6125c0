package org.espalier.nas.tf.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.junit.jupiter.api.Test;

class NodeKeyTest {

  @Test
  void layersOfAChainAreNamedByTheirPlace() {
    NetworkSpec network =
        new NetworkSpec(
            TensorShape.of(11),
            List.of(
                new Dense(8, Activation.RELU),
                new Dropout(0.2),
                new Dense(8, Activation.RELU),
                new Dense(3, Activation.SOFTMAX)));

    assertThat(NodeKey.of(network))
        .containsExactly(
            Map.entry("layer0", new WeightKey("layer0", "(8, relu) of 11")),
            Map.entry("layer2", new WeightKey("layer2", "(8, relu) of 8")),
            Map.entry("layer3", new WeightKey("layer3", "(3, softmax) of 8")));
  }

  @Test
  void anOperationThatReadsAnotherStateHasAKeyOfItsOwn() {
    LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(4, 4, 2));
    Conv2d conv = Conv2d.of(2, Window.of(3));
    String first = graph.add("layer1/node2/left/conv/from-0", conv, graph.input());
    String second = graph.add("layer1/node3/left/conv/from-2", conv, first);
    String norm = graph.add("layer1/node3/left/norm/from-2", BatchNorm.standard(), second);
    String sum = graph.add("sum", new Add(), first, norm);
    String pooled = graph.add("pool", new GlobalAveragePool(), sum);
    NetworkSpec network =
        new NetworkSpec(graph.output(graph.add("out", new Dense(2, Activation.SOFTMAX), pooled)));

    Map<String, WeightKey> keys = NodeKey.of(network);

    assertThat(keys).containsOnlyKeys(first, second, norm, "out");
    assertThat(keys.get(first)).isNotEqualTo(keys.get(second));
    assertThat(keys.get(second).layer()).isEqualTo(keys.get(first).layer());
    assertThat(keys.values())
        .allSatisfy(key -> assertThat(WeightKey.of(key.toString())).isEqualTo(key));
  }

  @Test
  void aLayerThatReadsAnotherShapeHasAKeyOfItsOwn() {
    WeightKey small = keyOfOutput(5);
    WeightKey large = keyOfOutput(6);

    assertThat(small).isNotEqualTo(large);
    assertThat(small.place()).isEqualTo(large.place());
  }

  private static WeightKey keyOfOutput(int inputs) {
    NetworkSpec network =
        new NetworkSpec(TensorShape.of(inputs), List.of(new Dense(2, Activation.SOFTMAX)));
    return NodeKey.of(network).get("layer0");
  }
}
