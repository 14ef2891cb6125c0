package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Squeeze-and-excite (Hu et al. 2018): each channel of an image is multiplied by a weight in (0, 1)
 * that two dense layers compute from the means of all channels.
 *
 * @param reduction the number of channels for each hidden unit, positive
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SqueezeExcite(int reduction) implements ComposedLayer {

  /** Checks the reduction. */
  public SqueezeExcite {
    if (reduction <= 0) {
      throw new IllegalArgumentException("reduction (%d) must be positive.".formatted(reduction));
    }
  }

  @Override
  public LayerGraph graph(List<TensorShape> inputs) {
    LayerGraphBuilder graph = LayerGraph.with(inputs.toArray(TensorShape[]::new));
    int channels = ImageShape.of(inputs.get(0)).channels();
    String means = graph.add("squeeze", new GlobalAveragePool(), graph.input());
    String hidden =
        graph.add("hidden", new Dense(Math.max(1, channels / reduction), Activation.RELU), means);
    String weights = graph.add("excite", new Dense(channels, Activation.SIGMOID), hidden);
    return graph.output(graph.add("scaled", new Multiply(), graph.input(), weights));
  }

  @Override
  public String label() {
    return "squeeze-excite(" + reduction + ")";
  }
}
