package org.espalier.nas.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerGraphTest {
  private static final TensorShape FOUR = TensorShape.of(4);

  private static LayerGraph block() {
    LayerGraphBuilder graph = LayerGraph.with(FOUR);
    String left = graph.add("left", new Dense(3, Activation.RELU), graph.input());
    String right = graph.add("right", new Dense(3, Activation.TANH), graph.input());
    return graph.output(graph.add("joined", new Concat(), left, right, graph.input()));
  }

  @Test
  void shapesAndCountsFollowTheEdges() {
    LayerGraph graph = block();
    assertThat(graph.shapes())
        .containsEntry("input", FOUR)
        .containsEntry("left", TensorShape.of(3))
        .containsEntry("joined", TensorShape.of(10));
    assertThat(graph.output()).isEqualTo(TensorShape.of(10));
    assertThat(graph.parameters()).isEqualTo(2 * 5 * 3);
    assertThat(graph.flops()).isEqualTo(2 * (2 * 4 * 3 + 3));
    assertThat(graph.activations()).isEqualTo(3 + 3 + 10);
    assertThat(graph.isChain()).isFalse();
    assertThat(LayerGraph.chain(FOUR, List.of(new Dropout(0.5))).isChain()).isTrue();
  }

  @Test
  void aGraphPrintsItsNodes() {
    assertThat(new NetworkSpec(block()))
        .hasToString(
            "[left = (3, relu)(input), right = (3, tanh)(input), joined = concat(left, right, input)]");
  }

  @Test
  void auxiliaryOutputsStandBesideThePrediction() {
    LayerGraphBuilder graph = LayerGraph.with(FOUR);
    String hidden = graph.add(new Dense(3, Activation.RELU), graph.input());
    String early = graph.add("early", new Dense(2, Activation.SOFTMAX), hidden);
    String last = graph.add("last", new Dense(2, Activation.SOFTMAX), hidden);
    NetworkSpec network = new NetworkSpec(graph.output(last, early));
    assertThat(network.auxiliary()).containsExactly("early");
    assertThat(network.output()).isEqualTo(TensorShape.of(2));
    assertThat(network.parameters()).isEqualTo(15 + 8 + 8);
  }

  @Test
  void thePredictionHasOnlyTheNodesItNeeds() {
    LayerGraphBuilder graph = LayerGraph.with(FOUR);
    String hidden = graph.add("hidden", new Dense(3, Activation.RELU), graph.input());
    String only = graph.add("only", new Dense(5, Activation.RELU), hidden);
    String early = graph.add("early", new Dense(2, Activation.SOFTMAX), only);
    String last = graph.add("last", new Dense(2, Activation.SOFTMAX), hidden);
    NetworkSpec network = new NetworkSpec(graph.output(last, early));

    NetworkSpec prediction = network.prediction();
    assertThat(prediction.nodes()).extracting(LayerNode::name).containsExactly("hidden", "last");
    assertThat(prediction).hasToString("[(3, relu), (2, softmax)]");
    assertThat(prediction.auxiliary()).isEmpty();
    assertThat(prediction.parameters()).isEqualTo(15 + 8);
    assertThat(prediction.prediction()).isSameAs(prediction);
  }

  @Test
  void auxiliaryOutputsHaveTheShapeOfThePrediction() {
    LayerGraphBuilder graph = LayerGraph.with(FOUR);
    String early = graph.add("early", new Dense(3, Activation.SOFTMAX), graph.input());
    String last = graph.add("last", new Dense(2, Activation.SOFTMAX), early);
    LayerGraph different = graph.output(last, early);
    assertThatThrownBy(() -> new NetworkSpec(different))
        .hasMessage("The auxiliary output early (3) must have the shape of the prediction (2).");
  }

  @Test
  void severalInputsAreNumbered() {
    LayerGraphBuilder graph = LayerGraph.with(FOUR, FOUR);
    LayerGraph sum = graph.output(graph.add("sum", new Add(), graph.input(0), graph.input(1)));
    assertThat(sum.inputNames()).containsExactly("input0", "input1");
    assertThatThrownBy(() -> new NetworkSpec(sum)).hasMessage("inputs (2) must be one.");
  }

  @Test
  void nodesThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> LayerGraph.with(FOUR).output("x"))
        .hasMessage("The output x is no node; the nodes are [input].");
    LayerGraphBuilder unknown = LayerGraph.with(FOUR);
    unknown.add("sum", new Add(), "input", "later");
    assertThatThrownBy(() -> unknown.output("sum"))
        .hasMessage("sum reads later, which is no earlier node; these are [input].");
    LayerGraphBuilder different = LayerGraph.with(FOUR);
    String narrow = different.add("narrow", new Dense(2, Activation.RELU), "input");
    different.add("sum", new Add(), narrow, "input");
    assertThatThrownBy(() -> different.output("sum"))
        .hasMessage("sum: add takes inputs of the same shape, not [2, 4].");
    LayerGraphBuilder unread = LayerGraph.with(FOUR);
    unread.add("dead", new Dense(2, Activation.RELU), "input");
    unread.add("last", new Dense(2, Activation.RELU), "input");
    assertThatThrownBy(() -> unread.output("last"))
        .hasMessage("The node dead is neither read nor an output; leave it out.");
    LayerGraphBuilder twice = LayerGraph.with(FOUR);
    twice.add("a", new Dropout(0.1), "input");
    twice.add("a", new Dropout(0.1), "a");
    assertThatThrownBy(() -> twice.output("a")).hasMessage("a: There are two nodes of this name.");
    assertThatThrownBy(() -> new LayerNode("a b", new Add(), List.of()))
        .hasMessage("name (a b) must be letters, digits, ., _ and -, the first a letter.");
  }

  @Test
  void aComposedLayerThatGivesItsInputLeavesNoNode() {
    record Nothing() implements ComposedLayer {
      @Override
      public LayerGraph graph(List<TensorShape> inputs) {
        return LayerGraph.chain(inputs);
      }

      @Override
      public String label() {
        return "nothing";
      }
    }
    NetworkSpec network =
        new NetworkSpec(FOUR, List.of(new Nothing(), new Dense(2, Activation.SOFTMAX)));
    assertThat(network.expanded()).hasToString("[(2, softmax)]");
  }
}
