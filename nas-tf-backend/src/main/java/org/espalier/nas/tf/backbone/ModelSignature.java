package org.espalier.nas.tf.backbone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.api.InvalidBackboneException;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/** The inputs and outputs that a SavedModel offers. */
final class ModelSignature {
  private static final String USUAL = "serving_default";

  private final ModelFolder folder;
  private final TensorInfo input;
  private final Map<String, TensorInfo> outputs;

  private ModelSignature(ModelFolder folder, TensorInfo input, Map<String, TensorInfo> outputs) {
    this.folder = folder;
    this.input = input;
    this.outputs = outputs;
  }

  /**
   * Returns the signature {@value #USUAL}, or else the only one.
   *
   * @throws InvalidBackboneException if there is none, or it does not have one input
   */
  static ModelSignature of(MetaGraphDef graph, ModelFolder folder) {
    Map<String, SignatureDef> all = new TreeMap<>(graph.getSignatureDefMap());
    all.keySet().removeIf(name -> name.startsWith("__"));
    SignatureDef signature = all.get(USUAL);
    if (signature == null && all.size() == 1) {
      signature = all.values().iterator().next();
    }
    if (signature == null) {
      throw new InvalidBackboneException(
          ModelFolder.SETTING,
          "savedModel (%s) has no signature %s; it has %s. Maybe export the network again, with model.export(…) in Keras."
              .formatted(
                  folder.path(), USUAL, all.isEmpty() ? "none" : String.join(", ", all.keySet())));
    }
    if (signature.getInputsCount() != 1) {
      throw new InvalidBackboneException(
          ModelFolder.SETTING,
          "savedModel (%s) needs one input, the images; it has %d: %s."
              .formatted(
                  folder.path(),
                  signature.getInputsCount(),
                  String.join(", ", new TreeMap<>(signature.getInputsMap()).keySet())));
    }
    return new ModelSignature(
        folder,
        signature.getInputsMap().values().iterator().next(),
        new TreeMap<>(signature.getOutputsMap()));
  }

  TensorInfo input() {
    return input;
  }

  /** Returns the names of the tensors behind all outputs. */
  List<String> outputTensors() {
    return outputs.values().stream().map(TensorInfo::getName).toList();
  }

  /** Returns the names of the outputs. */
  String outputNames() {
    return String.join(", ", outputs.keySet());
  }

  /** Returns the tensor of a named output; empty if there is no such output. */
  Optional<String> output(String name) {
    return Optional.ofNullable(outputs.get(name)).map(TensorInfo::getName);
  }

  /**
   * Returns the tensor of the only output.
   *
   * @throws InvalidBackboneException if there are several
   */
  String onlyOutput() {
    if (outputs.size() != 1) {
      throw new InvalidBackboneException(
          "output",
          "savedModel (%s) has %d outputs; name one of them as output: %s."
              .formatted(folder.path(), outputs.size(), outputNames()));
    }
    return outputs.values().iterator().next().getName();
  }
}
