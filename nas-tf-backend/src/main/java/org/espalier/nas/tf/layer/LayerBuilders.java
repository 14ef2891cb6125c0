package org.espalier.nas.tf.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;

/** The builder of each kind of layer; immutable. */
public final class LayerBuilders {
  private final Map<Class<? extends LayerSpec>, LayerBuilder<LayerSpec>> builders;

  private LayerBuilders(Map<Class<? extends LayerSpec>, LayerBuilder<LayerSpec>> builders) {
    this.builders = Map.copyOf(builders);
  }

  /** Builders of the layers of nas-api. */
  public static LayerBuilders standard() {
    return new LayerBuilders(Map.of())
        .with(Dense.class, DenseLayer::of)
        .with(Dropout.class, DropoutLayer::of)
        .with(Flatten.class, (context, layer, input) -> new FlattenLayer(input.size()));
  }

  /** These builders with one more, which replaces any other for the same record. */
  public <L extends LayerSpec> LayerBuilders with(Class<L> kind, LayerBuilder<L> builder) {
    Map<Class<? extends LayerSpec>, LayerBuilder<LayerSpec>> more = new HashMap<>(builders);
    more.put(kind, (context, layer, input) -> builder.build(context, kind.cast(layer), input));
    return new LayerBuilders(more);
  }

  /**
   * Checks, before anything is built, that there is a builder for each of these layers.
   *
   * @throws UnknownLayerException if one has none
   */
  public void requireKnown(Set<Class<? extends LayerSpec>> kinds) {
    Set<Class<? extends LayerSpec>> unknown =
        kinds.stream()
            .filter(kind -> !builders.containsKey(kind))
            .collect(Collectors.toUnmodifiableSet());
    if (!unknown.isEmpty()) {
      throw new UnknownLayerException(
          "No builder is known for the layers "
              + names(unknown)
              + ", only for "
              + names(builders.keySet())
              + ". Register one for each layer that the search space uses.");
    }
  }

  GraphLayer build(LayerContext context, LayerSpec layer, TensorShape input) {
    LayerBuilder<LayerSpec> builder = builders.get(layer.getClass());
    if (builder == null) {
      requireKnown(Set.of(layer.getClass()));
      throw new AssertionError(layer);
    }
    return builder.build(context, layer, input);
  }

  private static String names(Set<Class<? extends LayerSpec>> kinds) {
    return kinds.stream().map(Class::getName).sorted().collect(Collectors.joining(", ", "[", "]"));
  }
}
