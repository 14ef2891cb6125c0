package org.espalier.nas.searchspace.cnn;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Domain;

/**
 * Lower bounds on the sizes of the chains without skip connections that begin with given decisions.
 *
 * <p>A chain has least parameters and operations with the smallest kernels, filters and dense
 * layers and the largest strides and pools. The bounds take these values for what is not decided,
 * even for pools that are masked, and leave out the operations of layers without parameters.
 */
final class ChainSizes {
  private final ChainCnnSettings settings;
  private final ImageSize image;
  private final int channels;
  private final int outputs;

  /**
   * Creates the bounds.
   *
   * @param image the size of the images
   * @param channels the channels of the images
   * @param outputs the width of the output layer
   */
  ChainSizes(ChainCnnSettings settings, ImageSize image, int channels, int outputs) {
    this.settings = settings;
    this.image = image;
    this.channels = channels;
    this.outputs = outputs;
  }

  /** Returns the bounds for the architectures that begin with {@code made}. */
  NetworkSize least(Architecture made) {
    return numbers(made, ChainDecisions.LAYERS, settings.minLayers(), settings.maxLayers())
        .mapToObj(layers -> convolutions(made, layers))
        .reduce(NetworkSize::min)
        .orElseThrow();
  }

  private NetworkSize convolutions(Architecture made, int layers) {
    NetworkSize sum = new NetworkSize(0, 0);
    ImageSize size = image;
    int inputs = channels;
    for (int layer = 1; layer <= layers; layer++) {
      long kernel = lowest(made, LayerProperty.KERNEL, layer);
      int filters = lowest(made, LayerProperty.FILTERS, layer);
      long weights = kernel * kernel * inputs * filters;
      size = size.shrunk(highest(made, LayerProperty.STRIDE, layer));
      sum =
          sum.plus(
              new NetworkSize(
                  weights + (long) filters * vectors(made, layer),
                  2 * weights * size.height() * size.width()));
      size = size.shrunk(highest(made, LayerProperty.POOL, layer));
      inputs = filters;
    }
    return sum.plus(head(made, size, inputs));
  }

  /** Returns the number of parameters of each filter besides its weights. */
  private int vectors(Architecture made, int layer) {
    return values(made, LayerProperty.BATCH_NORM, layer).contains("false") ? 1 : 2;
  }

  private NetworkSize head(Architecture made, ImageSize size, int filters) {
    ChainHead head = settings.head();
    boolean pooled =
        values(made, ChainDecisions.POOLING, head.pooling().domain()).contains("global");
    long row = pooled ? filters : (long) filters * size.height() * size.width();
    return numbers(made, ChainDecisions.DENSE_LAYERS, head.minLayers(), head.maxLayers())
        .mapToObj(layers -> dense(made, layers, row))
        .reduce(NetworkSize::min)
        .orElseThrow();
  }

  private NetworkSize dense(Architecture made, int layers, long row) {
    NetworkSize sum = new NetworkSize(0, 0);
    long width = row;
    for (int layer = 1; layer <= layers + 1; layer++) {
      int units =
          layer > layers
              ? outputs
              : least(values(made, ChainDecisions.units(layer), settings.head().units().domain()));
      sum = sum.plus(new NetworkSize((width + 1) * units, (2 * width + 1) * units));
      width = units;
    }
    return sum;
  }

  private int lowest(Architecture made, LayerProperty property, int layer) {
    return least(values(made, property, layer));
  }

  private static int least(List<String> values) {
    return values.stream().mapToInt(Integer::parseInt).min().orElseThrow();
  }

  private int highest(Architecture made, LayerProperty property, int layer) {
    return values(made, property, layer).stream().mapToInt(Integer::parseInt).max().orElseThrow();
  }

  private List<String> values(Architecture made, LayerProperty property, int layer) {
    return values(made, property.decision(layer), settings.domain(property));
  }

  /** Returns the value decided, or else all options or the ends of the range. */
  private static List<String> values(Architecture made, String decision, Domain domain) {
    Optional<String> decided = made.choice(decision).map(Choice::text);
    return decided.isPresent() ? List.of(decided.get()) : ParameterValueCheck.ends(domain);
  }

  private static IntStream numbers(Architecture made, String decision, int low, int high) {
    Optional<Choice> decided = made.choice(decision);
    return decided.isPresent()
        ? IntStream.of((int) decided.get().number())
        : IntStream.rangeClosed(low, high);
  }
}
