package org.espalier.nas.experiment.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.SettingLabel;
import org.espalier.nas.experiment.file.Component;

/** The type of a setting, derived from the component of a config record. */
public sealed interface SettingType {

  /**
   * A whole number.
   *
   * @param least smallest number that can be represented
   * @param most largest number that can be represented
   */
  record Whole(long least, long most) implements SettingType {}

  /** A finite number. */
  record Real() implements SettingType {}

  /** True or false. */
  record Truth() implements SettingType {}

  /** Any text. */
  record Text() implements SettingType {}

  /** The path of a file or folder. */
  record FilePath() implements SettingType {}

  /** A duration such as {@code 1h30m}. */
  record TimeSpan() implements SettingType {}

  /**
   * One of a few words.
   *
   * @param labels the words
   */
  record Choice(List<String> labels) implements SettingType {
    /** Copies the collection. */
    public Choice {
      labels = List.copyOf(labels);
    }
  }

  /**
   * A list.
   *
   * @param item type of the items
   */
  record Items(SettingType item) implements SettingType {}

  /**
   * A mapping with keys that the user chooses.
   *
   * @param value type of the values
   */
  record Entries(SettingType value) implements SettingType {}

  /**
   * A mapping with the keys of a record.
   *
   * @param record record with the keys
   */
  record Nested(Class<? extends Record> record) implements SettingType {}

  /**
   * A mapping whose key {@code type} determines its other keys.
   *
   * @param sealed interface of all variants
   * @param records variants by the value of {@code type}
   */
  record Variants(Class<?> sealed, Map<String, Class<? extends Record>> records)
      implements SettingType {
    /** Copies the collection. */
    public Variants {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }
  }

  /**
   * A component of a kind, named by its key {@code type}.
   *
   * @param kind kind of the component
   */
  record Part(ComponentKind<?> kind) implements SettingType {}

  /**
   * Returns the type of a setting for the type of a record's component.
   *
   * @throws IllegalStateException if experiment files cannot contain such a value
   */
  static SettingType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == int.class || raw == Integer.class) {
      return new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (raw == long.class || raw == Long.class) {
      return new Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (raw == double.class || raw == Double.class) {
      return new Real();
    } else if (raw == boolean.class || raw == Boolean.class) {
      return new Truth();
    } else if (raw == String.class) {
      return new Text();
    } else if (raw == Path.class) {
      return new FilePath();
    } else if (raw == Duration.class) {
      return new TimeSpan();
    } else if (raw.isEnum()) {
      return new Choice(
          Arrays.stream(raw.getEnumConstants())
              .map(constant -> SettingLabel.constant((Enum<?>) constant))
              .toList());
    } else if (raw.isRecord()) {
      return new Nested(raw.asSubclass(Record.class));
    } else if (raw.isSealed()) {
      return ofSealed(raw);
    }
    throw unsupported(type);
  }

  private static SettingType ofGeneric(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return new Items(of(arguments[0]));
    } else if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return new Entries(of(arguments[1]));
    } else if (type.getRawType() == Component.class) {
      return new Part(
          ComponentKind.all().stream()
              .filter(kind -> kind.type() == arguments[0])
              .findFirst()
              .orElseThrow(() -> unsupported(type)));
    }
    throw unsupported(type);
  }

  private static SettingType ofSealed(Class<?> sealed) {
    Map<String, Class<? extends Record>> records = new LinkedHashMap<>();
    for (Class<?> variant : sealed.getPermittedSubclasses()) {
      records.put(SettingLabel.variant(variant), variant.asSubclass(Record.class));
    }
    return new Variants(sealed, records);
  }

  private static IllegalStateException unsupported(Type type) {
    return new IllegalStateException("Settings of type " + type + " are not supported.");
  }
}
