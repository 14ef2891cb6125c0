package org.espalier.nas.experiment.plugin;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.tf.layer.LayerBuilder;

/** The layers that one plugin brings, each checked against those already registered. */
final class LayerRegistration {
  private final PluginOrigin origin;
  private final List<RegisteredLayer> known;
  private final List<RegisteredLayer> layers = new ArrayList<>();

  /**
   * Creates an empty registration.
   *
   * @param known layers of other plugins
   */
  LayerRegistration(PluginOrigin origin, List<RegisteredLayer> known) {
    this.origin = origin;
    this.known = known;
  }

  List<RegisteredLayer> layers() {
    return layers;
  }

  void add(
      Class<? extends LayerSpec> layer, Class<? extends LayerImplementation<?>> implementation) {
    requireBuilder(layer, implementation);
    requireNew(layer, known);
    requireNew(layer, layers);
    layers.add(new RegisteredLayer(layer, implementation, origin));
  }

  private static void requireBuilder(Class<?> layer, Class<?> implementation) {
    if (ComposedLayer.class.isAssignableFrom(layer)) {
      throw new NasException(
          "the layer %s is a ComposedLayer, whose parts are built; remove its registration."
              .formatted(layer.getName()));
    }
    if (!LayerBuilder.class.isAssignableFrom(implementation)) {
      throw new NasException(
          "the layer %s: no backend builds layers by %s; implement %s."
              .formatted(layer.getName(), implementation.getName(), LayerBuilder.class.getName()));
    }
    if (!Modifier.isPublic(implementation.getModifiers()) || !hasConstructor(implementation)) {
      throw new NasException(
          "the layer %s: %s cannot be made; make it public, with a public constructor without parameters."
              .formatted(layer.getName(), implementation.getName()));
    }
  }

  private static boolean hasConstructor(Class<?> implementation) {
    return !Modifier.isAbstract(implementation.getModifiers())
        && Arrays.stream(implementation.getConstructors())
            .anyMatch(constructor -> constructor.getParameterCount() == 0);
  }

  private static void requireNew(Class<?> layer, List<RegisteredLayer> others) {
    for (RegisteredLayer other : others) {
      if (other.layer().equals(layer)) {
        throw new NasException(
            "the layer %s is brought by %s, too; remove one of the two."
                .formatted(layer.getName(), other.origin()));
      }
    }
  }
}
