package org.espalier.nas.experiment.plugin;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;

/**
 * The components and services of all plugins. Immutable, except that services shared by all
 * experiments are created on first use.
 */
public final class Catalogue {
  private final List<RegisteredComponent<?>> components;
  private final List<RegisteredService<?>> services;
  private final List<RegisteredLayer> layers;
  private final List<RefusedPlugin> refused;
  private final PluginFailure failure;
  private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

  Catalogue(
      List<RegisteredComponent<?>> components,
      List<RegisteredService<?>> services,
      List<RegisteredLayer> layers,
      List<RefusedPlugin> refused,
      PluginFailure failure) {
    this.components =
        components.stream()
            .sorted(
                Comparator.<RegisteredComponent<?>>comparingInt(
                        component -> ComponentKind.all().indexOf(component.kind()))
                    .thenComparing(RegisteredComponent::type))
            .toList();
    this.services = List.copyOf(services);
    this.layers = List.copyOf(layers);
    this.refused = List.copyOf(refused);
    this.failure = failure;
  }

  /**
   * Creates the catalogue of the program's own plugins and of those in plugin folders.
   *
   * @param program loader of the program's classes
   * @param folders folders of plugins; of two plugins that bring the same, the earlier one is used
   * @param configs check of config records
   * @throws NasException if a built-in plugin is invalid, or a folder cannot be read
   */
  public static Catalogue load(ClassLoader program, List<Path> folders, ConfigRule configs) {
    CatalogueBuilder builder = new CatalogueBuilder(program, configs);
    try {
      ServiceLoader.load(NasPlugin.class, program).forEach(builder::builtIn);
    } catch (ServiceConfigurationError error) {
      throw new NasException("A built-in plugin cannot be loaded: " + error.getMessage(), error);
    }
    folders.forEach(builder::folder);
    return builder.build();
  }

  /** Creates the catalogue of the program's own plugins. */
  public static Catalogue load(ClassLoader program) {
    return load(program, List.of(), config -> Optional.empty());
  }

  /**
   * Creates the catalogue of these plugins.
   *
   * @throws NasException if one of them is invalid
   */
  public static Catalogue of(List<? extends NasPlugin> plugins) {
    CatalogueBuilder builder =
        new CatalogueBuilder(Catalogue.class.getClassLoader(), config -> Optional.empty());
    plugins.forEach(builder::builtIn);
    return builder.build();
  }

  /** Returns all components, by kind and id. */
  public List<RegisteredComponent<?>> components() {
    return components;
  }

  /** Returns all services, in the order of registration. */
  public List<RegisteredService<?>> services() {
    return services;
  }

  /** Returns the implementations of all layers that the plugins bring. */
  public LayerImplementations layers() {
    Map<Class<? extends LayerSpec>, Class<? extends LayerImplementation<?>>> classes =
        new LinkedHashMap<>();
    layers.forEach(layer -> classes.put(layer.layer(), layer.implementation()));
    return new LayerImplementations(classes);
  }

  /**
   * Returns the one object, shared by all experiments, of a service that is a {@code
   * jakarta.inject} singleton.
   *
   * @throws NasException if it cannot be created
   */
  public <T> T shared(RegisteredService<T> service) {
    return service
        .service()
        .cast(shared.computeIfAbsent(service.service(), type -> made(service.implementation())));
  }

  private static Object made(Class<?> implementation) {
    try {
      Constructor<?> constructor = implementation.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException error) {
      throw new NasException(
          "%s cannot be made: a singleton that all experiments share needs a constructor without parameters that works (%s)."
              .formatted(implementation.getName(), error),
          error);
    }
  }

  /** Returns the rejected plugins, in the order of their rejection. */
  public List<RefusedPlugin> refused() {
    return refused;
  }

  /** Returns the distinct plugins of the components and services. */
  public List<PluginOrigin> origins() {
    return Stream.of(
            components.stream().map(RegisteredComponent::origin),
            services.stream().map(RegisteredService::origin),
            layers.stream().map(RegisteredLayer::origin))
        .flatMap(origins -> origins)
        .distinct()
        .toList();
  }

  /** Returns the distinct plugins that bring layers. */
  public List<PluginOrigin> layerOrigins() {
    return layers.stream().map(RegisteredLayer::origin).distinct().toList();
  }

  /** Returns the reason why code of a component failed, and its fix: {@code it threw …}. */
  public String reason(Throwable thrown) {
    return failure.reason(thrown);
  }

  /** Returns the plugin that caused a throwable; empty if no plugin did. */
  public Optional<Fault> fault(Throwable thrown) {
    return new FaultFinder(components, origins()).find(thrown);
  }

  /** Returns the component of a kind with an id; empty if no plugin brings it. */
  public Optional<RegisteredComponent<?>> find(ComponentKind<?> kind, String type) {
    return components.stream()
        .filter(component -> component.kind().equals(kind) && component.type().equals(type))
        .findFirst();
  }

  /** Returns the ids of a kind, sorted. */
  public List<String> types(ComponentKind<?> kind) {
    return components.stream()
        .filter(component -> component.kind().equals(kind))
        .map(RegisteredComponent::type)
        .toList();
  }
}
