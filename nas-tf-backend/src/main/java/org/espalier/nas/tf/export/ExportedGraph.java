package org.espalier.nas.tf.export;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.backbone.BackboneGraph;
import org.espalier.nas.tf.backbone.SavedModelExtractor;
import org.tensorflow.proto.GraphDef;

/**
 * The graph of an exported model: a trained network, with the frozen network below it if there is
 * one.
 *
 * @param definition the graph
 * @param input the name of its input
 * @param example the shape of an example
 * @param pixels true if the input consists of pixels from 0 to 255
 * @param reference the computation by the parts of the graph, as the training had them
 */
record ExportedGraph(
    GraphDef definition,
    String input,
    TensorShape example,
    boolean pixels,
    UnaryOperator<float[]> reference) {
  private static final int LEVELS = 256;

  /**
   * Returns the graph of a model.
   *
   * @param graph the trained network
   * @throws ModelExportException if the network below it cannot be exported
   */
  static ExportedGraph of(TrainedNetwork model, InferenceGraph graph) {
    FeatureExtractor backbone = model.backbone();
    if (backbone == null) {
      return new ExportedGraph(
          graph.frozen(),
          graph.inputName(),
          model.network().input(),
          model.data() instanceof DatasetInfo.Image,
          graph::predict);
    }
    if (!(backbone instanceof SavedModelExtractor network)) {
      throw new ModelExportException(
          "The features of %s cannot be exported together with the network on them; only those of a SavedModel can."
              .formatted(backbone.name()));
    }
    return new ExportedGraph(
        network.graph().below(graph.frozen(), graph.inputName()),
        BackboneGraph.INPUT,
        network.graph().images(),
        true,
        levels -> graph.predict(network.extract(levels)));
  }

  /** Returns the predictions for some examples, one after the other. */
  float[] predict(float[] examples) {
    return reference.apply(examples);
  }

  /** Returns random examples, one after the other. */
  float[] sampleInputs(int count) {
    RandomGenerator random = new SplittableRandom(0);
    float[] inputs = new float[Math.multiplyExact(count, example.size())];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = pixels ? random.nextInt(LEVELS) : (float) random.nextGaussian();
    }
    return inputs;
  }
}
