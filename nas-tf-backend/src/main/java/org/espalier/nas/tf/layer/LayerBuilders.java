package org.espalier.nas.tf.layer;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;

/** The builders of all kinds of layers; immutable. */
public final class LayerBuilders {
  private final Map<Class<? extends LayerSpec>, LayerBuilder<LayerSpec>> builders;

  private LayerBuilders(Map<Class<? extends LayerSpec>, LayerBuilder<LayerSpec>> builders) {
    this.builders = Map.copyOf(builders);
  }

  /**
   * Creates the builders that plugins registered for TensorFlow.
   *
   * @throws NasException if one cannot be created
   */
  public static LayerBuilders of(LayerImplementations implementations) {
    Map<Class<? extends LayerSpec>, LayerBuilder<LayerSpec>> builders = new HashMap<>();
    implementations
        .classes()
        .forEach(
            (layer, implementation) -> {
              if (LayerBuilder.class.isAssignableFrom(implementation)) {
                builders.put(layer, made(implementation));
              }
            });
    return new LayerBuilders(builders);
  }

  @SuppressWarnings("unchecked") // Used only for the layers it was registered for.
  private static LayerBuilder<LayerSpec> made(Class<?> implementation) {
    try {
      return (LayerBuilder<LayerSpec>) implementation.getConstructor().newInstance();
    } catch (InvocationTargetException error) {
      throw new NasException(
          "%s cannot be made: %s".formatted(implementation.getName(), error.getCause()), error);
    } catch (ReflectiveOperationException error) {
      throw new NasException(
          "%s cannot be made; it must be public and have a public constructor without parameters."
              .formatted(implementation.getName()),
          error);
    }
  }

  /**
   * Returns the layers of these kinds that cannot be built. The parts of composed layers are not
   * known from their kind; see {@link #unknown(NetworkSpec)}.
   */
  public Set<String> unknown(Set<Class<? extends LayerSpec>> kinds) {
    Set<String> unknown = new TreeSet<>();
    kinds.stream()
        .filter(kind -> !ComposedLayer.class.isAssignableFrom(kind))
        .filter(kind -> !builders.containsKey(kind))
        .forEach(kind -> unknown.add(kind.getName()));
    return unknown;
  }

  /** Returns the layers of a network that cannot be built, at any depth. */
  public Set<String> unknown(NetworkSpec network) {
    Set<String> unknown = new TreeSet<>();
    network.expanded().layers().forEach(layer -> unknown.addAll(unknown(Set.of(layer.getClass()))));
    return unknown;
  }

  /** Adds a layer to a graph. */
  BuiltLayer build(LayerContext context, LayerSpec layer, List<TensorShape> inputs) {
    GraphLayer built =
        Optional.ofNullable(builders.get(layer.getClass()))
            .orElseThrow(
                () -> new UnknownLayerException("this network", Set.of(layer.getClass().getName())))
            .build(context, layer, inputs);
    return new BuiltLayer(built, context.variables());
  }
}
