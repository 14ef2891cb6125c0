package org.espalier.nas.tf.backbone;

import java.util.List;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorInfo;

/**
 * The part of a trained network between its images and its features, with constants for weights.
 *
 * @param nodes the operations
 * @param input the input of the signature
 * @param output the tensor of the features
 */
record FrozenNetwork(List<NodeDef> nodes, TensorInfo input, String output) {

  FrozenNetwork {
    nodes = List.copyOf(nodes);
  }

  /** Returns the name of the operation that receives the images. */
  String inputOperation() {
    return GraphNodes.operation(input.getName());
  }
}
