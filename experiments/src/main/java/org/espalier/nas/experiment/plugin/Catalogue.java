package org.espalier.nas.experiment.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;

/** All components and services that the plugins bring. Immutable. */
public final class Catalogue {
  private final List<RegisteredComponent<?>> components;
  private final List<RegisteredService<?>> services;

  private Catalogue(List<RegisteredComponent<?>> components, List<RegisteredService<?>> services) {
    this.components = List.copyOf(components);
    this.services = List.copyOf(services);
  }

  /** The catalogue of all plugins that a class loader sees. */
  public static Catalogue load(ClassLoader loader) {
    try {
      return of(
          StreamSupport.stream(ServiceLoader.load(NasPlugin.class, loader).spliterator(), false)
              .toList());
    } catch (ServiceConfigurationError error) {
      throw new NasException("A plugin cannot be loaded: " + error.getMessage(), error);
    }
  }

  /**
   * The catalogue of these plugins.
   *
   * @throws NasException if an id is malformed or brought by two plugins
   */
  public static Catalogue of(List<? extends NasPlugin> plugins) {
    List<RegisteredComponent<?>> components = new ArrayList<>();
    List<RegisteredService<?>> services = new ArrayList<>();
    for (NasPlugin plugin : plugins) {
      plugin.configure(new Registration(PluginOrigin.of(plugin), components, services));
    }
    components.sort(
        Comparator.<RegisteredComponent<?>>comparingInt(
                component -> ComponentKind.all().indexOf(component.kind()))
            .thenComparing(RegisteredComponent::type));
    return new Catalogue(components, services);
  }

  /** All components, by kind and id. */
  public List<RegisteredComponent<?>> components() {
    return components;
  }

  /** All services, in the order of registration. */
  public List<RegisteredService<?>> services() {
    return services;
  }

  /** The component of a kind with an id; empty if no plugin brings it. */
  public Optional<RegisteredComponent<?>> find(ComponentKind<?> kind, String type) {
    return components.stream()
        .filter(component -> component.kind().equals(kind) && component.type().equals(type))
        .findFirst();
  }

  /** The ids of a kind, sorted. */
  public List<String> types(ComponentKind<?> kind) {
    return components.stream()
        .filter(component -> component.kind().equals(kind))
        .map(RegisteredComponent::type)
        .toList();
  }
}
