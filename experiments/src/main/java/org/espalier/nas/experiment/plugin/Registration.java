package org.espalier.nas.experiment.plugin;

import java.util.List;
import java.util.regex.Pattern;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.PluginRegistry;

/** Takes down what one plugin brings. */
final class Registration implements PluginRegistry {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final PluginOrigin origin;
  private final List<RegisteredComponent<?>> components;
  private final List<RegisteredService<?>> services;

  Registration(
      PluginOrigin origin,
      List<RegisteredComponent<?>> components,
      List<RegisteredService<?>> services) {
    this.origin = origin;
    this.components = components;
    this.services = services;
  }

  @Override
  public <T> void component(
      ComponentKind<T> kind,
      String type,
      Class<? extends T> implementation,
      Class<? extends Record> config) {
    if (!ID.matcher(type).matches()) {
      throw new NasException(
          "The %s \"%s\" of %s must be named in lower case, digits and hyphens."
              .formatted(kind, type, origin));
    }
    for (RegisteredComponent<?> known : components) {
      if (known.kind().equals(kind) && known.type().equals(type)) {
        throw new NasException(
            "The %s %s is brought by two plugins, %s and %s; remove one of them."
                .formatted(kind, type, known.origin(), origin));
      }
    }
    components.add(new RegisteredComponent<>(kind, type, implementation, config, origin));
  }

  @Override
  public <T> void service(Class<T> service, Class<? extends T> implementation) {
    for (RegisteredService<?> known : services) {
      if (known.service().equals(service)) {
        throw new NasException(
            "The service %s is brought by two plugins, %s and %s; remove one of them."
                .formatted(service.getSimpleName(), known.origin(), origin));
      }
    }
    services.add(new RegisteredService<>(service, implementation, origin));
  }
}
