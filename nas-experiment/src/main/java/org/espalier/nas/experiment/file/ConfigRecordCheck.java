package org.espalier.nas.experiment.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.ConfigRule;

/** A check that experiment files can hold the settings that a config record declares. */
public final class ConfigRecordCheck implements ConfigRule {

  @Override
  public Optional<String> problem(Class<? extends Record> config) {
    return problem(config, new HashSet<>()).or(() -> defaults(config));
  }

  /**
   * Returns the constructor's complaint about the defaults; empty if the record also needs other
   * settings.
   */
  private static Optional<String> defaults(Class<? extends Record> config) {
    Problems problems = new Problems();
    Place place = new Place(Source.flag("defaults"), 0, 0);
    new Binder(Catalogue.of(List.of()), problems)
        .record(config, new Setting.Mapping(place, Map.of()), config.getSimpleName(), Set.of());
    List<String> messages = problems.sorted().stream().map(Problem::message).toList();
    // Given a stand-in for a missing setting, a constructor may rightly reject a default.
    return messages.stream().anyMatch(message -> message.startsWith("Missing key"))
        ? Optional.empty()
        : messages.stream().findFirst().map(message -> "its defaults do not fit: " + message);
  }

  private Optional<String> problem(Class<?> config, Set<Class<?>> checked) {
    if (!checked.add(config)) {
      return Optional.empty();
    }
    return Arrays.stream(config.getRecordComponents())
        .map(component -> problem(config, component, checked))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> problem(
      Class<?> config, RecordComponent component, Set<Class<?>> checked) {
    String name = config.getSimpleName() + "." + component.getName();
    return unsupported(component.getGenericType())
        .map(
            type ->
                "%s has the type %s, which experiment files cannot hold; use numbers, text, booleans, enums, Path, Duration, records, sealed interfaces of records, List or Map<String, …> of these."
                    .formatted(name, type.getTypeName()))
        .or(() -> range(name, component))
        // Before the default, which may consist of the defaults of nested records.
        .or(
            () ->
                records(component.getGenericType())
                    .map(inner -> problem(inner, checked))
                    .flatMap(Optional::stream)
                    .findFirst())
        .or(() -> standard(name, component));
  }

  /** Returns the part of a type that settings cannot have. */
  private static Optional<Type> unsupported(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return unsupported(arguments[0]);
      }
      boolean map = generic.getRawType() == Map.class && arguments[0] == String.class;
      return map ? unsupported(arguments[1]) : Optional.of(type);
    }
    if (!(type instanceof Class<?> raw)) {
      return Optional.of(type);
    }
    boolean supported =
        ScalarBinder.supports(raw)
            || raw.isRecord()
            || (raw.isSealed()
                && Arrays.stream(raw.getPermittedSubclasses()).allMatch(Class::isRecord));
    return supported ? Optional.empty() : Optional.of(type);
  }

  private static Optional<String> range(String name, RecordComponent component) {
    Range range = component.getAnnotation(Range.class);
    if (range == null) {
      return isNumber(innermost(component.getGenericType()))
          ? Optional.of(
              "%s is a number that nothing checks; say which values it may have: @Range(\"[1, inf)\"), or @Range(\"(-inf, inf)\") for any."
                  .formatted(name))
          : Optional.empty();
    }
    try {
      Interval unused = Interval.parse(range.value());
      return Optional.empty();
    } catch (IllegalArgumentException error) {
      return Optional.of("the @Range of %s: %s".formatted(name, error.getMessage()));
    }
  }

  private static Type innermost(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return innermost(arguments[arguments.length - 1]);
    }
    return type;
  }

  private static boolean isNumber(Type type) {
    return type == int.class
        || type == long.class
        || type == double.class
        || (type instanceof Class<?> raw && Number.class.isAssignableFrom(raw));
  }

  private static Optional<String> standard(String name, RecordComponent component) {
    Default standard = component.getAnnotation(Default.class);
    if (standard == null) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Source source = Source.flag("@Default(\"" + standard.value() + "\") of " + name);
    Binder binder = new Binder(Catalogue.of(List.of()), problems);
    new YamlReader(problems)
        .flag(source, standard.value())
        .ifPresent(
            setting ->
                binder.value(
                    component.getGenericType(),
                    setting,
                    component.getName(),
                    Bounds.of(component)));
    return problems.sorted().stream()
        .findFirst()
        .map(
            problem ->
                "the @Default(\"%s\") of %s does not fit: %s"
                    .formatted(standard.value(), name, problem.message()));
  }

  /** Returns the records whose components are settings below a setting of this type. */
  private static Stream<Class<?>> records(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Arrays.stream(generic.getActualTypeArguments()).flatMap(ConfigRecordCheck::records);
    }
    Class<?> raw = (Class<?>) type;
    return raw.isRecord()
        ? Stream.of(raw)
        : Arrays.stream(Objects.requireNonNullElse(raw.getPermittedSubclasses(), new Class<?>[0]))
            .filter(Class::isRecord);
  }
}
