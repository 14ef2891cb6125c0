package org.espalier.nas.experiment.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.PluginRegistry;

/**
 * The registration of everything that the plugins of one jar bring; nothing takes effect until all
 * of it is valid.
 */
final class Registration implements PluginRegistry {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final PluginOrigin origin;
  private final ComponentCheck check;
  private final List<RegisteredComponent<?>> knownComponents;
  private final List<RegisteredService<?>> knownServices;
  private final List<RegisteredComponent<?>> components = new ArrayList<>();
  private final List<RegisteredService<?>> services = new ArrayList<>();
  private final LayerRegistration layers;

  /**
   * Creates an empty registration.
   *
   * @param knownComponents components of other plugins
   * @param knownServices services of other plugins
   * @param knownLayers layers of other plugins
   */
  Registration(
      PluginOrigin origin,
      ComponentCheck check,
      List<RegisteredComponent<?>> knownComponents,
      List<RegisteredService<?>> knownServices,
      List<RegisteredLayer> knownLayers) {
    this.origin = origin;
    this.check = check;
    this.knownComponents = knownComponents;
    this.knownServices = knownServices;
    this.layers = new LayerRegistration(origin, knownLayers);
  }

  List<RegisteredComponent<?>> components() {
    return components;
  }

  List<RegisteredService<?>> services() {
    return services;
  }

  List<RegisteredLayer> layers() {
    return layers.layers();
  }

  @Override
  public <L extends LayerSpec> void layer(
      Class<L> layer, Class<? extends LayerImplementation<L>> implementation) {
    layers.add(layer, implementation);
  }

  @Override
  public <T> void component(
      ComponentKind<T> kind,
      String type,
      Class<? extends T> implementation,
      Class<? extends Record> config) {
    if (!ID.matcher(type).matches()) {
      throw new NasException(
          "the %s \"%s\" must be named in lower case, digits and hyphens.".formatted(kind, type));
    }
    requireKind(kind, type, implementation, config);
    requireNew(kind, type, knownComponents);
    if (components.stream().anyMatch(own -> own.kind().equals(kind) && own.type().equals(type))) {
      throw new NasException(
          "it registers the %s %s twice; remove or rename one.".formatted(kind, type));
    }
    RegisteredComponent<T> component =
        new RegisteredComponent<>(kind, type, implementation, config, origin);
    check
        .problem(component)
        .ifPresent(
            problem -> {
              throw new NasException(problem);
            });
    components.add(component);
  }

  /** Checks types at run time: raw types evade the compiler, and anyone can create kinds. */
  private static void requireKind(
      ComponentKind<?> kind, String type, Class<?> implementation, Class<?> config) {
    if (!ComponentKind.all().contains(kind)) {
      throw new NasException(
          "the %s %s is of no kind that experiments have; use a constant of ComponentKind."
              .formatted(kind, type));
    }
    if (!kind.type().isAssignableFrom(implementation)) {
      throw new NasException(
          "the %s %s: %s does not implement %s."
              .formatted(kind, type, implementation.getName(), kind.type().getName()));
    }
    if (!config.isRecord()) {
      throw new NasException(
          "the settings of the %s %s: %s is no record; make it one."
              .formatted(kind, type, config.getName()));
    }
  }

  private static void requireNew(
      ComponentKind<?> kind, String type, List<RegisteredComponent<?>> others) {
    for (RegisteredComponent<?> other : others) {
      if (other.kind().equals(kind) && other.type().equals(type)) {
        throw new NasException(
            "the %s %s is brought by %s, too; rename it, or remove one of the two."
                .formatted(kind, type, other.origin()));
      }
    }
  }

  @Override
  public <T> void service(Class<T> service, Class<? extends T> implementation) {
    requireNew(service, services);
    requireNew(service, knownServices);
    if (!service.isAssignableFrom(implementation)) {
      throw new NasException(
          "the service %s: %s does not implement it."
              .formatted(service.getName(), implementation.getName()));
    }
    check
        .problem(implementation, "the service " + service.getName())
        .ifPresent(
            problem -> {
              throw new NasException(problem);
            });
    services.add(new RegisteredService<>(service, implementation, origin));
  }

  private static void requireNew(Class<?> service, List<RegisteredService<?>> others) {
    for (RegisteredService<?> other : others) {
      if (other.service().equals(service)) {
        throw new NasException(
            "the service %s is brought by %s, too; remove one of the two."
                .formatted(service.getSimpleName(), other.origin()));
      }
    }
  }
}
