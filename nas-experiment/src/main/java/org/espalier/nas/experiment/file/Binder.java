package org.espalier.nas.experiment.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.SettingLabel;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RefusedPlugin;
import org.espalier.nas.experiment.plugin.RegisteredComponent;

/** A binder of settings to records, which notes all errors. */
final class Binder {
  static final String TYPE = "type";

  private final Catalogue catalogue;
  private final Problems problems;

  Binder(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  /** Returns the same binder with another collection of problems. */
  Binder noting(Problems elsewhere) {
    return new Binder(catalogue, elsewhere);
  }

  /**
   * Binds a mapping to a record.
   *
   * @param type the record
   * @param name name of the mapping in messages
   * @param directives keys that the mapping may hold besides the record's components
   * @return the record; empty after an error, which then is among the problems
   */
  <T extends Record> Optional<T> record(
      Class<T> type, Setting.Mapping mapping, String name, Set<String> directives) {
    List<String> known = new ArrayList<>(directives);
    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(known::add);
    Set<String> meant = new HashSet<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                Optional<String> nearest = Spelling.nearest(key, known);
                nearest.ifPresent(meant::add);
                problems.add(entry.key(), unknown(key, name, known, nearest));
              }
            });
    return new RecordBinder<>(this, problems, type, mapping, name, meant).bind();
  }

  private static String unknown(
      String key, String name, List<String> known, Optional<String> nearest) {
    int colon = key.indexOf(':');
    if (colon > 0 && known.contains(key.substring(0, colon))) {
      return "Unknown key %s in %s; write a space after the colon: %s: %s"
          .formatted(key, name, key.substring(0, colon), key.substring(colon + 1));
    }
    String help =
        nearest
            .map(meant -> "did you mean " + meant + "?")
            .orElse(
                known.isEmpty()
                    ? "it has no settings."
                    : "known: " + String.join(", ", known) + ".");
    return "Unknown key %s in %s; %s".formatted(key, name, help);
  }

  /**
   * Binds a value to a type: the type of a record's component or of its items.
   *
   * @param bounds range of a number, or of each of several numbers
   */
  Optional<Object> value(Type type, Setting setting, String name, Bounds bounds) {
    if (setting instanceof Setting.Scalar scalar && scalar.isNull()) {
      problems.add(scalar.place(), "%s has no value; it must be %s.".formatted(name, wanted(type)));
      return Optional.empty();
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic, setting, name, bounds);
    }
    Class<?> raw = (Class<?>) type;
    if (ScalarBinder.binds(raw)) {
      return setting instanceof Setting.Scalar scalar
          ? new ScalarBinder(problems).bind(raw, scalar, name, bounds)
          : wrong(setting, name, type);
    }
    if (!(setting instanceof Setting.Mapping mapping)) {
      return wrong(setting, name, type);
    }
    if (raw.isRecord()) {
      return record(raw.asSubclass(Record.class), mapping, name, Set.of()).map(Object.class::cast);
    }
    if (raw.isSealed()) {
      return variant(raw, mapping, name);
    }
    throw new IllegalStateException("Settings of type " + type + " are not supported.");
  }

  private Optional<Object> generic(
      ParameterizedType type, Setting setting, String name, Bounds bounds) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return setting instanceof Setting.Items items
          ? list(arguments[0], items, name, bounds)
          : wrong(setting, name, type);
    }
    if (!(setting instanceof Setting.Mapping mapping)) {
      return wrong(setting, name, type);
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return map(arguments[1], mapping, name, bounds);
    }
    if (type.getRawType() == Component.class) {
      return component(kind(arguments[0]), mapping).map(Object.class::cast);
    }
    throw new IllegalStateException("Settings of type " + type + " are not supported.");
  }

  private Optional<Object> list(Type item, Setting.Items items, String name, Bounds bounds) {
    List<Object> bound = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      value(item, items.items().get(i), name + "[" + i + "]", bounds).ifPresent(bound::add);
    }
    return bound.size() == items.items().size() ? Optional.of(bound) : Optional.empty();
  }

  private Optional<Object> map(Type value, Setting.Mapping mapping, String name, Bounds bounds) {
    Map<String, Object> bound = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) ->
                value(value, entry.value(), name + "." + key, bounds)
                    .ifPresent(held -> bound.put(key, held)));
    return bound.size() == mapping.entries().size() ? Optional.of(bound) : Optional.empty();
  }

  private Optional<Component<?>> component(ComponentKind<?> kind, Setting.Mapping mapping) {
    Optional<String> type = typeOf(mapping, kind.key(), catalogue.types(kind));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    RegisteredComponent<?> registered = catalogue.find(kind, type.get()).orElseThrow();
    return record(registered.config(), mapping, kind.key() + " " + registered.type(), Set.of(TYPE))
        .map(config -> new Component<>(registered.type(), config));
  }

  /** Returns the value of {@code type}, if it is known. */
  private Optional<String> typeOf(Setting.Mapping mapping, String name, List<String> known) {
    Optional<Setting> type = mapping.get(TYPE);
    if (type.isEmpty()) {
      problems.add(
          mapping.place(), "%s needs a type: one of %s.".formatted(name, String.join(", ", known)));
      return Optional.empty();
    }
    if (!(type.get() instanceof Setting.Scalar scalar) || scalar.isNull()) {
      problems.add(
          type.get().place(),
          "The type of %s must be one of %s.".formatted(name, String.join(", ", known)));
      return Optional.empty();
    }
    if (!known.contains(scalar.text())) {
      problems.add(
          scalar.place(),
          "Unknown %s %s; known are %s.%s%s%s"
              .formatted(
                  name,
                  scalar.text(),
                  known.isEmpty() ? "none" : String.join(", ", known),
                  Spelling.suggestion(scalar.text(), known),
                  elsewhere(scalar.text()),
                  refused()));
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  /** Returns the key of which a type is, if it was written under another one. */
  private String elsewhere(String type) {
    return catalogue.components().stream()
        .filter(component -> component.type().equals(type))
        .findFirst()
        .map(component -> " %s goes with the key %s.".formatted(type, component.kind().key()))
        .orElse("");
  }

  /** Returns a reminder of refused plugins, which might have brought an unknown component. */
  private String refused() {
    return catalogue.refused().isEmpty()
        ? ""
        : " Refused, see above: "
            + String.join(
                ", ", catalogue.refused().stream().map(RefusedPlugin::name).distinct().toList())
            + ".";
  }

  private Optional<Object> variant(Class<?> sealed, Setting.Mapping mapping, String name) {
    Map<String, Class<?>> variants = new LinkedHashMap<>();
    for (Class<?> variant : sealed.getPermittedSubclasses()) {
      variants.put(SettingLabel.variant(variant), variant);
    }
    return typeOf(mapping, name, List.copyOf(variants.keySet()))
        .map(variants::get)
        .flatMap(
            variant ->
                record(
                    variant.asSubclass(Record.class),
                    mapping,
                    name + " " + SettingLabel.variant(variant),
                    Set.of(TYPE)))
        .map(Object.class::cast);
  }

  private static ComponentKind<?> kind(Type type) {
    return ComponentKind.all().stream()
        .filter(kind -> kind.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " is no kind of component."));
  }

  private Optional<Object> wrong(Setting setting, String name, Type type) {
    String found =
        setting instanceof Setting.Items
            ? "a list"
            : setting instanceof Setting.Scalar scalar
                ? "the single value " + scalar.text()
                : "a mapping of keys to values";
    problems.add(setting.place(), "%s must be %s, not %s.".formatted(name, wanted(type), found));
    return Optional.empty();
  }

  static String wanted(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? "a list"
          : generic.getRawType() == Component.class
              ? "a mapping that begins with its type"
              : "a mapping of keys to values";
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return "one of "
          + String.join(
              ", ", Arrays.stream(raw.getEnumConstants()).map(ScalarBinder::label).toList());
    }
    return switch (raw.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "double", "Double" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "text";
      case "Path" -> "a path";
      case "Duration" -> "a duration such as 90s, 10m or 1h30m";
      default -> "a mapping of keys to values";
    };
  }
}
