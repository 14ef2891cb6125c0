package org.espalier.nas.tf.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.tf.TensorFlowPlugin;

/** The layers that the module's own plugin registers, for tests. */
public final class StandardLayers {

  private StandardLayers() {}

  /** Returns the implementations. */
  public static LayerImplementations implementations() {
    Collector collector = new Collector();
    new TensorFlowPlugin().configure(collector);
    return new LayerImplementations(collector.classes);
  }

  /** Returns the builders. */
  public static LayerBuilders builders() {
    return LayerBuilders.of(implementations());
  }

  /** Returns the builders with one more. */
  public static <L extends LayerSpec> LayerBuilders with(
      Class<L> layer, Class<? extends LayerImplementation<L>> implementation) {
    Map<Class<? extends LayerSpec>, Class<? extends LayerImplementation<?>>> classes =
        new LinkedHashMap<>(implementations().classes());
    classes.put(layer, implementation);
    return LayerBuilders.of(new LayerImplementations(classes));
  }

  private static final class Collector implements PluginRegistry {
    private final Map<Class<? extends LayerSpec>, Class<? extends LayerImplementation<?>>> classes =
        new LinkedHashMap<>();

    @Override
    public <T> void component(
        ComponentKind<T> kind,
        String type,
        Class<? extends T> implementation,
        Class<? extends Record> config) {}

    @Override
    public <T> void service(Class<T> service, Class<? extends T> implementation) {}

    @Override
    public <L extends LayerSpec> void layer(
        Class<L> layer, Class<? extends LayerImplementation<L>> implementation) {
      classes.put(layer, implementation);
    }
  }
}
