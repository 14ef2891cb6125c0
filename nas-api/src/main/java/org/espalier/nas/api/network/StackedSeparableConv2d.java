package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The separable convolution of NASNet (Zoph et al. 2018, appendix A.4): ReLU, separable convolution
 * and batch normalisation, twice; only the first has a stride.
 *
 * @param filters the number of output channels, positive
 * @param window the size, stride and padding of the depthwise kernels
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record StackedSeparableConv2d(int filters, Window window) implements ComposedLayer {

  /** Checks the number of filters. */
  public StackedSeparableConv2d {
    if (filters <= 0) {
      throw new IllegalArgumentException("filters (%d) must be positive.".formatted(filters));
    }
  }

  @Override
  public LayerGraph graph(List<TensorShape> inputs) {
    Window again = new Window(window.height(), window.width(), 1, window.padding());
    return LayerGraph.chain(
        inputs,
        new Activate(Activation.RELU),
        SeparableConv2d.of(filters, window).withoutBias(),
        BatchNorm.standard(),
        new Activate(Activation.RELU),
        SeparableConv2d.of(filters, again).withoutBias(),
        BatchNorm.standard());
  }

  @Override
  public String label() {
    return "separable twice(" + filters + ", " + window + ")";
  }
}
