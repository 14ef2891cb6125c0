package org.espalier.nas.searchspace.cnn;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.NetworkSearchSpace;

/**
 * A search space of convolutional networks for images: a chain of convolutional layers, with skip
 * connections where {@code skips} is set, followed by dense layers.
 *
 * <p>The number of layers is decided first, then layer by layer the properties that have more than
 * one value. Pools and strides larger than the image at that point are masked, so that every
 * architecture is valid. With skip connections, each layer decides for each one before it whether
 * it reads its output (the anchor points of Zoph &amp; Le 2017, section 3.3): what it reads is
 * padded to one size and concatenated; a layer that reads nothing reads the image, and outputs that
 * no layer reads are concatenated for the head.
 */
@Description("Convolutional networks: chains of layers, optionally with skip connections.")
public final class ChainCnnSearchSpace implements NetworkSearchSpace {
  private final ChainCnnSettings settings;
  private final DatasetInfo data;
  private final ChainDecisions decisions;
  private final ImageSize image;
  private final List<Decision> all;
  private final Map<String, Integer> strides = new HashMap<>();
  private final Map<String, Integer> pools = new HashMap<>();
  private final ChainCounter counter;
  private final ChainSizes sizes;

  /**
   * Creates the space.
   *
   * @param settings the layers and their properties
   * @param data the data set, whose examples must be images
   * @throws InvalidSettingException if they are not
   */
  @Inject
  public ChainCnnSearchSpace(ChainCnnSettings settings, DatasetInfo data) {
    this.settings = settings;
    this.data = data;
    if (!(data instanceof DatasetInfo.Image images)) {
      throw new InvalidSettingException(
          "type",
          "The search space chain-cnn needs images; %s has %s. Use mlp instead."
              .formatted(data.name(), data.inputs()));
    }
    this.image = new ImageSize(images.height(), images.width());
    this.decisions = new ChainDecisions(settings);
    this.all = List.copyOf(decisions.of(settings.maxLayers(), settings.head().maxLayers()));
    for (int layer = 1; layer <= settings.maxLayers(); layer++) {
      strides.put(LayerProperty.STRIDE.decision(layer), layer);
      pools.put(LayerProperty.POOL.decision(layer), layer);
    }
    this.counter = new ChainCounter(this, decisions, image);
    this.sizes =
        new ChainSizes(
            settings, image, data.input().dimensions().get(2), data.task().outputLayer().units());
    if (all.isEmpty()) {
      throw new InvalidSettingException(
          "kernel", "Every property has a single value, so that there is nothing to search.");
    }
  }

  @Override
  public List<Decision> decisions() {
    return all;
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    List<Decision> asked = decisions.of(decisions.layers(made), decisions.denseLayers(made));
    return made.size() >= asked.size()
        ? Optional.empty()
        : Optional.of(masked(asked.get(made.size()), made));
  }

  private Decision masked(Decision decision, Architecture made) {
    Integer stride = strides.get(decision.name());
    Integer layer = stride == null ? pools.get(decision.name()) : stride;
    if (layer == null) {
      return decision;
    }
    ImageSize input =
        ImageSize.input(
            image,
            ImageSize.outputs(image, decisions, made, layer - 1),
            decisions.inputs(made, layer));
    ImageSize size =
        stride == null ? input.shrunk(decisions.whole(made, LayerProperty.STRIDE, layer)) : input;
    return new Decision(decision.name(), atMost(decision.domain(), size.larger()));
  }

  /** Returns the values up to a limit; the smallest value if all are larger. */
  private static Domain atMost(Domain domain, int limit) {
    return domain.fold(
        options -> atMost(options, limit),
        integers -> {
          long highest =
              LongStream.range(0, integers.size())
                  .map(integers::at)
                  .takeWhile(value -> value <= limit)
                  .max()
                  .orElse(integers.low());
          return new IntegerRange(integers.low(), highest, integers.step(), integers.scale());
        },
        reals -> reals);
  }

  private static Domain atMost(Categorical options, int limit) {
    List<Integer> allowed = new ArrayList<>();
    int smallest = 0;
    for (int i = 0; i < options.options().size(); i++) {
      int value = Integer.parseInt(options.options().get(i));
      if (value <= limit) {
        allowed.add(i);
      }
      smallest = value < Integer.parseInt(options.options().get(smallest)) ? i : smallest;
    }
    return options.allowing(allowed.isEmpty() ? List.of(smallest) : allowed);
  }

  @Override
  public Optional<BigInteger> count() {
    return counter.completions(Architecture.empty());
  }

  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    return isFinite() ? counter.sample(random) : NetworkSearchSpace.super.sampleUniformly(random);
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(
          architecture + " is not a complete architecture of this search space.");
    }
    return new ChainNetwork(settings, decisions, data, architecture).network();
  }

  /** Returns bounds that need not be attained; none with skip connections. */
  @Override
  public Optional<NetworkSize> minimumSize(Architecture made) {
    if (settings.skips()) {
      return Optional.empty();
    }
    return Optional.of(next(made).isEmpty() ? NetworkSize.of(lower(made)) : sizes.least(made));
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return ChainNetwork.LAYERS;
  }
}
