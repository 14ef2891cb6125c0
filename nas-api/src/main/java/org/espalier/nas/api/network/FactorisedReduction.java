package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The halving of an image's height and width without loss of pixels, as in NASNet: ReLU, then half
 * of the filters see the even pixels and half the odd ones, then batch normalisation.
 *
 * @param filters the number of output channels, at least 2
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record FactorisedReduction(int filters) implements ComposedLayer {

  /** Checks the number of filters. */
  public FactorisedReduction {
    if (filters < 2) {
      throw new IllegalArgumentException("filters (%d) must be at least 2.".formatted(filters));
    }
  }

  @Override
  public LayerGraph graph(List<TensorShape> inputs) {
    LayerGraphBuilder graph = LayerGraph.with(inputs.toArray(TensorShape[]::new));
    String active = graph.add("relu", new Activate(Activation.RELU), graph.input());
    String even = graph.add("even", new Subsample(2, 0), active);
    String odd = graph.add("odd", new Subsample(2, 1), active);
    int half = filters / 2;
    String joined =
        graph.add(
            "joined",
            new Concat(),
            graph.add("evenConv", pointwise(half), even),
            graph.add("oddConv", pointwise(filters - half), odd));
    return graph.output(graph.add("norm", BatchNorm.standard(), joined));
  }

  private static LayerSpec pointwise(int filters) {
    return Conv2d.of(filters, Window.of(1)).withoutBias();
  }

  @Override
  public String label() {
    return "factorised-reduction(" + filters + ")";
  }
}
