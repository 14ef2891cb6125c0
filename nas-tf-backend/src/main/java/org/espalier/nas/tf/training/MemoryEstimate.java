package org.espalier.nas.tf.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.training.OptimizerSettings;

/**
 * An estimate of the memory for training a network, made before anything is built: a failed
 * allocation in TensorFlow ends the process instead of the trial.
 *
 * <p>It is meant to be an upper bound. The peaks that {@code NetworkMemory} in the benchmarks
 * measures are two thirds to all of it.
 *
 * @param variables the bytes of the weights, their gradients and the optimizer's slots
 * @param activations the bytes of the layers' outputs: in training, those that are kept for the
 *     backward pass, with the gradients and work space of one layer; in predictions, those that are
 *     still to be read
 */
record MemoryEstimate(double variables, double activations) {
  private static final double MEBIBYTE = 1 << 20;

  /** Tensors of a layer's size in its backward pass: its gradient, and a copy in another layout. */
  private static final double BACKWARD = 2;

  /** Share of the memory that the allocator holds on to between tensors, added to 1. */
  private static final double FRAGMENTATION = 1.2;

  /**
   * Returns the estimate for a network.
   *
   * @param batch the number of examples in a training step
   * @param predicted the number of examples predicted at once, without gradients
   */
  static MemoryEstimate of(
      NetworkSpec network, OptimizerSettings optimizer, int batch, int predicted) {
    double copies = 2 + optimizer.slots();
    Sizes sizes = new Sizes(network.graph());
    double training = network.activations() + BACKWARD * sizes.layer();
    return new MemoryEstimate(
        Float.BYTES * copies * network.parameters(),
        FRAGMENTATION * Float.BYTES * Math.max(batch * training, predicted * sizes.live()));
  }

  /** Returns the estimate for networks of this size that run one after the other. */
  MemoryEstimate times(int networks) {
    return new MemoryEstimate(networks * variables, activations);
  }

  /** Returns the total, in MiB, rounded up. */
  long mebibytes() {
    return (long) Math.ceil((variables + activations) / MEBIBYTE);
  }

  /** The sizes of the outputs of a graph's nodes for one example. */
  private static final class Sizes {
    private final List<LayerNode> nodes;
    private final Map<String, TensorShape> shapes;
    private final Map<String, Integer> lastReaders = new HashMap<>();

    Sizes(LayerGraph graph) {
      this.nodes = graph.nodes();
      this.shapes = graph.shapes();
      for (int i = 0; i < nodes.size(); i++) {
        int reader = i;
        nodes.get(i).inputs().forEach(name -> lastReaders.put(name, reader));
      }
      graph.outputs().forEach(name -> lastReaders.put(name, nodes.size()));
    }

    private double of(String name) {
      return Objects.requireNonNull(shapes.get(name)).size();
    }

    /** Returns the largest number of values in a node's output and inputs. */
    double layer() {
      return nodes.stream()
          .mapToDouble(node -> of(node.name()) + node.inputs().stream().mapToDouble(this::of).sum())
          .max()
          .orElse(0);
    }

    /** Returns the largest number of values that are needed at once if none is kept. */
    double live() {
      double most = 0;
      double live = shapes.keySet().stream().filter(this::isInput).mapToDouble(this::of).sum();
      for (int i = 0; i < nodes.size(); i++) {
        live += of(nodes.get(i).name());
        most = Math.max(most, live);
        for (String name : nodes.get(i).inputs().stream().distinct().toList()) {
          live -= lastReaders.getOrDefault(name, -1) == i ? of(name) : 0;
        }
      }
      return most;
    }

    private boolean isInput(String name) {
      return nodes.stream().noneMatch(node -> node.name().equals(name));
    }
  }
}
