package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.layer.BuiltNode;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.WeightArray;
import org.tensorflow.types.TFloat32;

/**
 * The optimizer's slots of a candidate by the node whose variables they belong to, so that a
 * one-shot model keeps them from trial to trial with its weights. Scalars of the optimizer that
 * belong to no variable are left out.
 */
final class OptimizerSlots {
  private final CandidateNetwork candidate;
  private final List<Slot> slots = new ArrayList<>();

  /** A slot; its name in the layer is that of its variable and its own: {@code kernel.momentum}. */
  private record Slot(String node, String name, Variable<TFloat32> variable) {}

  /** A trained variable. */
  private record Owner(String node, String variable) {}

  OptimizerSlots(CandidateNetwork candidate) {
    this.candidate = candidate;
    Map<String, Owner> owners = new HashMap<>();
    for (BuiltNode node : candidate.nodes()) {
      node.layer()
          .variables()
          .forEach(
              variable -> owners.put(variable.name(), new Owner(node.name(), variable.name())));
    }
    for (Variable<?> state : candidate.optimizerState()) {
      int end = state.name().lastIndexOf('.');
      Owner owner = end < 0 ? null : owners.get(state.name().substring(0, end));
      if (owner != null && state.type() == TFloat32.class) {
        String name = LayerWeights.nameInLayer(owner.variable()) + state.name().substring(end);
        slots.add(new Slot(owner.node(), name, floats(state)));
      }
    }
  }

  @SuppressWarnings("unchecked") // The type was compared.
  private static Variable<TFloat32> floats(Variable<?> state) {
    return (Variable<TFloat32>) state;
  }

  /** Assigns the slots of nodes whose weights were inherited; others keep their first values. */
  void restore(Map<String, LayerWeights> inherited) {
    List<Variable<TFloat32>> variables = new ArrayList<>();
    List<float[]> values = new ArrayList<>();
    for (Slot slot : slots) {
      LayerWeights weights = inherited.get(slot.node());
      WeightArray array = weights == null ? null : weights.arrays().get(slot.name());
      if (array != null) {
        variables.add(slot.variable());
        values.add(array.values());
      }
    }
    Checkpoint.write(candidate.session(), variables, values);
  }

  /** Returns the weights of the candidate with the slots of each node. */
  Map<String, LayerWeights> withWeights() {
    Map<String, Map<String, WeightArray>> arrays = new LinkedHashMap<>();
    candidate
        .weights()
        .forEach((node, weights) -> arrays.put(node, new TreeMap<>(weights.arrays())));
    List<float[]> values =
        Checkpoint.read(candidate.session(), slots.stream().map(Slot::variable).toList());
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      WeightArray array =
          new WeightArray(LayerWeights.shapeOf(slot.variable().shape().asArray()), values.get(i));
      arrays.computeIfAbsent(slot.node(), unknown -> new TreeMap<>()).put(slot.name(), array);
    }
    Map<String, LayerWeights> weights = new LinkedHashMap<>();
    arrays.forEach((node, ofNode) -> weights.put(node, new LayerWeights(ofNode)));
    return weights;
  }

  /** Returns the number of values in inherited weights, without those of slots. */
  static long weights(Map<String, LayerWeights> inherited) {
    return inherited.values().stream()
        .flatMap(weights -> weights.arrays().entrySet().stream())
        .filter(array -> array.getKey().indexOf('.') < 0)
        .mapToLong(array -> array.getValue().values().length)
        .sum();
  }
}
