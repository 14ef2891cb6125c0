package org.espalier.nas.experiment.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.NasPlugin;

/**
 * A builder of a catalogue. Built-in plugins must be valid; an invalid plugin from a folder is left
 * out entirely, with the reason.
 */
final class CatalogueBuilder {
  /**
   * A test checks the config records of built-in plugins; a check at each start would take long.
   */
  private final ComponentCheck ownCheck = new ComponentCheck(config -> Optional.empty());

  private final ComponentCheck check;
  private final PluginLoader loader;
  private final Map<String, String> seen = new HashMap<>();
  private final List<RegisteredComponent<?>> components = new ArrayList<>();
  private final List<RegisteredService<?>> services = new ArrayList<>();
  private final List<RegisteredLayer> layers = new ArrayList<>();
  private final List<RefusedPlugin> refused = new ArrayList<>();

  /**
   * Creates an empty builder.
   *
   * @param program loader of the program's classes
   * @param configs check of config records
   */
  CatalogueBuilder(ClassLoader program, ConfigRule configs) {
    this.check = new ComponentCheck(configs);
    this.loader = new PluginLoader(new ApiClassLoader(program));
  }

  /**
   * Adds a plugin of the program itself.
   *
   * @throws NasException if it is invalid
   */
  void builtIn(NasPlugin plugin) {
    PluginOrigin origin = PluginOrigin.builtIn(plugin);
    try {
      Registration registration = new Registration(origin, ownCheck, components, services, layers);
      plugin.configure(registration);
      keep(registration);
    } catch (NasException error) {
      throw new NasException(origin + ": " + error.getMessage(), error);
    }
  }

  /** Adds all plugins in a folder and rejects invalid ones. */
  void folder(Path folder) {
    for (PluginSource source : PluginSource.in(folder)) {
      try {
        requireNew(source);
        List<Registration> registrations = register(source);
        registrations.forEach(this::keep);
      } catch (NasException error) {
        refused.add(new RefusedPlugin(source.name(), String.valueOf(error.getMessage())));
      }
    }
  }

  private void requireNew(PluginSource source) {
    String content =
        String.join("\n", source.jars().stream().map(PluginOrigin::hash).sorted().toList());
    String earlier = seen.putIfAbsent(content, source.name());
    if (earlier != null) {
      throw new PluginRefusedException(
          "it is the same as %s; remove one of the two.".formatted(earlier));
    }
  }

  private List<Registration> register(PluginSource source) {
    List<RegisteredComponent<?>> knownComponents = new ArrayList<>(components);
    List<RegisteredService<?>> knownServices = new ArrayList<>(services);
    List<RegisteredLayer> knownLayers = new ArrayList<>(layers);
    List<Registration> registrations = new ArrayList<>();
    for (NasPlugin plugin : loader.load(source)) {
      Registration registration =
          new Registration(
              PluginOrigin.of(plugin, source), check, knownComponents, knownServices, knownLayers);
      configure(plugin, registration);
      knownComponents.addAll(registration.components());
      knownServices.addAll(registration.services());
      knownLayers.addAll(registration.layers());
      registrations.add(registration);
    }
    return registrations;
  }

  private void configure(NasPlugin plugin, Registration registration) {
    try {
      plugin.configure(registration);
    } catch (NasException error) {
      throw error;
    } catch (RuntimeException | Error error) {
      throw new PluginRefusedException(
          "%s cannot register what it brings: %s"
              .formatted(plugin.getClass().getName(), loader.failure().reason(error)),
          error);
    }
  }

  private void keep(Registration registration) {
    components.addAll(registration.components());
    services.addAll(registration.services());
    layers.addAll(registration.layers());
  }

  /** Returns the catalogue of all plugins that were added and not rejected. */
  Catalogue build() {
    Optional<Lack> lack = lack();
    while (lack.isPresent()) {
      PluginOrigin origin = lack.get().origin();
      refused.add(new RefusedPlugin(origin.location(), lack.get().reason()));
      components.removeIf(component -> component.origin().isLoadedWith(origin));
      services.removeIf(service -> service.origin().isLoadedWith(origin));
      layers.removeIf(layer -> layer.origin().isLoadedWith(origin));
      lack = lack();
    }
    return new Catalogue(components, services, layers, refused, loader.failure());
  }

  /** A plugin with a constructor that asks for something that is not available. */
  private record Lack(PluginOrigin origin, String reason) {}

  private Optional<Lack> lack() {
    ConstructorDependencies dependencies = new ConstructorDependencies(components, services);
    Stream<Optional<Lack>> ofComponents =
        components.stream()
            .filter(component -> !component.origin().builtIn())
            .map(
                component ->
                    lack(
                        component.origin(),
                        component.title(),
                        () -> dependencies.unmet(component)));
    Stream<Optional<Lack>> ofServices =
        services.stream()
            .filter(service -> !service.origin().builtIn())
            .map(
                service ->
                    lack(
                        service.origin(),
                        "service " + service.service().getName(),
                        () -> dependencies.unmet(service)));
    return Stream.concat(ofComponents, ofServices).flatMap(Optional::stream).findFirst();
  }

  /** Returns an unmet dependency; types that constructors name may be missing from the jar. */
  private Optional<Lack> lack(PluginOrigin origin, String title, Supplier<Optional<String>> unmet) {
    try {
      return unmet.get().map(reason -> new Lack(origin, reason));
    } catch (TypeNotPresentException | LinkageError error) {
      return Optional.of(
          new Lack(
              origin,
              "the %s cannot be built: %s".formatted(title, loader.failure().reason(error))));
    }
  }
}
