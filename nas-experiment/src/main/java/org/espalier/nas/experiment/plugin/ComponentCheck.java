package org.espalier.nas.experiment.plugin;

import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A check of a component before it is created. */
final class ComponentCheck {
  private final ConfigRule configs;

  /** Creates a check that delegates config records to another one. */
  ComponentCheck(ConfigRule configs) {
    this.configs = configs;
  }

  /** Returns the error in a component, and its fix; empty if it is valid. */
  Optional<String> problem(RegisteredComponent<?> component) {
    return problem(component.implementation(), "the " + component.title())
        .or(
            () ->
                configs
                    .problem(component.config())
                    .map(problem -> "the settings of the " + component.title() + ": " + problem));
  }

  /** Returns the error in a class that is to be built by injection. */
  Optional<String> problem(Class<?> implementation, String title) {
    return shape(implementation)
        .or(() -> constructors(implementation))
        .map(
            problem ->
                "%s cannot be built: %s %s".formatted(title, implementation.getName(), problem));
  }

  private static Optional<String> shape(Class<?> type) {
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      return Optional.of("is abstract; register a class that is not.");
    }
    boolean inner =
        type.isLocalClass()
            || type.isAnonymousClass()
            || (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()));
    return inner
        ? Optional.of("belongs to an object of another class; make it static or top-level.")
        : Optional.empty();
  }

  private static Optional<String> constructors(Class<?> type) {
    List<Constructor<?>> injected =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
            .toList();
    if (injected.size() > 1) {
      return Optional.of("has two constructors marked @Inject; leave the mark on one.");
    }
    if (injected.isEmpty()) {
      return Optional.of(
          foreignInject(type)
              ? "marks its constructor with another @Inject; use jakarta.inject.Inject."
              : "has no constructor marked @Inject (jakarta.inject, not javax.inject); mark the one that asks for what it needs.");
    }
    return qualified(injected.get(0))
        ? Optional.of("asks for something by a name or other qualifier; leave that out.")
        : Optional.empty();
  }

  private static boolean qualified(Constructor<?> constructor) {
    return Arrays.stream(constructor.getParameterAnnotations())
        .flatMap(Arrays::stream)
        .map(Annotation::annotationType)
        .anyMatch(annotation -> annotation.isAnnotationPresent(Qualifier.class));
  }

  private static boolean foreignInject(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(annotation -> annotation.getSimpleName().equals("Inject"));
  }
}
