package org.espalier.nas.experiment.wiring;

import com.google.inject.ConfigurationException;
import com.google.inject.Provider;
import com.google.inject.TypeLiteral;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.ConstructorDependencies;
import org.espalier.nas.experiment.plugin.RegisteredService;

/**
 * A check of the dependencies of an experiment's components before anything is created: it reports
 * missing ones in the terms of experiment files, and finds the services in use.
 */
final class DependencyCheck {
  private final ExperimentComponents parts;
  private final Map<Class<?>, Class<?>> providers = new HashMap<>();
  private final Set<Class<?>> given = new HashSet<>();
  private final Set<Class<?>> services = new LinkedHashSet<>();
  private final Set<Class<?>> reached = new LinkedHashSet<>();
  private final Set<Class<?>> followed = new HashSet<>();
  private final Deque<Class<?>> path = new ArrayDeque<>();
  private final BiConsumer<BoundComponent<?>, String> problems;

  /**
   * Creates a check.
   *
   * @param problems receiver of errors in components, as messages for display
   */
  DependencyCheck(
      ExperimentComponents parts,
      Catalogue catalogue,
      BiConsumer<BoundComponent<?>, String> problems) {
    this.parts = parts;
    this.problems = problems;
    for (RegisteredService<?> service : catalogue.services()) {
      services.add(service.service());
      providers.put(service.service(), service.implementation());
    }
    for (BoundComponent<?> part : parts.single()) {
      if (part.given() != null) {
        given.add(part.registered().kind().type());
        continue;
      }
      providers.put(part.registered().kind().type(), part.registered().implementation());
    }
  }

  /** Checks all components; afterwards {@link #usedServices} is available. */
  void run() {
    for (BoundComponent<?> part : parts.all()) {
      if (part.given() == null) {
        follow(part, part.registered().implementation());
      }
    }
    parts
        .evaluatorSettings()
        .finalTrainer()
        .ifPresent(trainer -> follow(parts.evaluator(), trainer));
  }

  /** Returns the services that the components, or services that they use, ask for. */
  List<Class<?>> usedServices() {
    return services.stream().filter(reached::contains).toList();
  }

  private void follow(BoundComponent<?> part, Class<?> implementation) {
    if (path.contains(implementation)) {
      problems.accept(
          part,
          "%s cannot be built, for its parts need one another: %s."
              .formatted(part.title(), cycle(implementation)));
      return;
    }
    if (!followed.add(implementation)) {
      return;
    }
    path.addLast(implementation);
    for (Class<?> wanted : dependencies(part, implementation)) {
      Class<?> provider = providers.get(wanted);
      if (!known(part, implementation, wanted)) {
        missing(part, implementation, wanted);
      } else if (provider != null) {
        reached.add(wanted);
        follow(part, provider);
      }
    }
    path.removeLast();
  }

  private boolean known(BoundComponent<?> part, Class<?> implementation, Class<?> wanted) {
    boolean data =
        wanted == DatasetInfo.class
            && (parts.dataset().isPresent() || parts.evaluatorSettings().datasetInfo().isPresent());
    boolean config =
        belongsTo(part, implementation)
            ? wanted == part.config().getClass()
            : parts.single().stream()
                .anyMatch(other -> other.given() == null && other.config().getClass() == wanted);
    return data
        || config
        || given.contains(wanted)
        || ConstructorDependencies.GIVEN.contains(wanted)
        || providers.containsKey(wanted);
  }

  private boolean belongsTo(BoundComponent<?> part, Class<?> implementation) {
    return implementation == part.registered().implementation()
        || (part.equals(parts.evaluator())
            && parts.evaluatorSettings().finalTrainer().equals(Optional.of(implementation)));
  }

  private void missing(BoundComponent<?> part, Class<?> implementation, Class<?> wanted) {
    if (wanted == Dataset.class || wanted == DatasetInfo.class) {
      problems.accept(part, part.title() + " needs data; add the key dataset.");
    } else {
      problems.accept(
          part,
          "%s cannot be built: %s asks for %s, which no plugin here brings."
              .formatted(part.title(), implementation.getSimpleName(), name(wanted)));
    }
  }

  private List<Class<?>> dependencies(BoundComponent<?> part, Class<?> implementation) {
    try {
      return InjectionPoint.forConstructorOf(TypeLiteral.get(implementation), true)
          .getDependencies()
          .stream()
          .map(Dependency::getKey)
          .filter(key -> !key.getTypeLiteral().equals(ConstructorDependencies.OPTIONAL_DATA))
          .<Class<?>>map(key -> wanted(key.getTypeLiteral().getType()))
          .toList();
    } catch (ConfigurationException error) {
      problems.accept(
          part,
          "%s cannot be built: %s must have one constructor marked @Inject (jakarta.inject)."
              .formatted(part.title(), implementation.getName()));
      return List.of();
    }
  }

  /** Returns the type that is asked for, directly or through a provider. */
  private static Class<?> wanted(Type type) {
    if (type instanceof ParameterizedType generic) {
      boolean provider =
          generic.getRawType() == Provider.class
              || generic.getRawType() == jakarta.inject.Provider.class;
      return wanted(provider ? generic.getActualTypeArguments()[0] : generic.getRawType());
    }
    return (Class<?>) type;
  }

  private String cycle(Class<?> again) {
    List<Class<?>> circle = new ArrayList<>(path);
    circle = circle.subList(circle.indexOf(again), circle.size());
    return String.join(
        " \u2192 ",
        Stream.concat(circle.stream(), Stream.of(again)).map(DependencyCheck::name).toList());
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }
}
