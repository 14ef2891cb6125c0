package org.espalier.nas.api.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Replacement texts for some settings of one record.
 *
 * @param prefix the text before the names of settings in messages; ends in a dot, or is empty
 * @param texts the texts by the path below the prefix
 */
record RecordReplacement(String prefix, Map<String, String> texts) {
  private static final String TYPE = "type";

  /** Returns a copy of the record with these settings. */
  Record of(Record settings) {
    RecordComponent[] components = settings.getClass().getRecordComponents();
    requireKnown(names(components).toList(), "");
    return copy(settings.getClass(), settings);
  }

  /**
   * Returns one of the records that a sealed interface permits, with these settings.
   *
   * @param present the record whose settings are kept; null if there is none
   */
  private Record variant(Class<?> sealed, @Nullable Record present) {
    Class<? extends Record> chosen = chosen(sealed, present);
    requireKnown(
        Stream.concat(Stream.of(TYPE), names(chosen.getRecordComponents())).toList(),
        " of " + SettingLabel.variant(chosen));
    return copy(chosen, present);
  }

  private Class<? extends Record> chosen(Class<?> sealed, @Nullable Record present) {
    String wanted = texts.get(TYPE);
    if (wanted == null && present != null) {
      return present.getClass();
    }
    List<Class<?>> variants = List.of(sealed.getPermittedSubclasses());
    List<String> labels = variants.stream().map(SettingLabel::variant).toList();
    int index = labels.indexOf(wanted);
    if (index < 0) {
      throw new InvalidSettingException(
          prefix + TYPE, SettingText.noneOf(prefix + TYPE, String.valueOf(wanted), labels));
    }
    return variants.get(index).asSubclass(Record.class);
  }

  private void requireKnown(List<String> known, String owner) {
    for (String path : texts.keySet()) {
      String name = head(path);
      if (!known.contains(name)) {
        throw new InvalidSettingException(
            prefix + path,
            "There is no setting %s%s%s; known here are %s.%s"
                .formatted(
                    prefix,
                    name,
                    owner,
                    String.join(", ", known),
                    Spelling.suggestion(name, known)));
      }
    }
  }

  private Record copy(Class<? extends Record> type, @Nullable Record present) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i], type, present);
    }
    return create(type, components, values);
  }

  private @Nullable Object value(
      RecordComponent component, Class<? extends Record> type, @Nullable Record present) {
    String name = component.getName();
    String path = prefix + name;
    String text = texts.get(name);
    if (text != null) {
      return new SettingText(path, component).read(text);
    }
    Object kept = kept(component, type, present);
    Map<String, String> inner = inner(name);
    if (inner.isEmpty()) {
      return kept;
    }
    RecordReplacement within = new RecordReplacement(path + ".", inner);
    boolean sealed = component.getType().isSealed();
    if (sealed && (kept != null || inner.containsKey(TYPE))) {
      return within.variant(component.getType(), (Record) kept);
    } else if (kept instanceof Record nested) {
      return within.of(nested);
    }
    String first = path + "." + inner.keySet().iterator().next();
    throw new InvalidSettingException(
        first,
        sealed || component.getType().isRecord()
            ? "%s cannot be set, for %s is absent; give it with some value first."
                .formatted(first, path)
            : "There is no setting %s: %s has no settings within.".formatted(first, path));
  }

  private Map<String, String> inner(String name) {
    Map<String, String> inner = new LinkedHashMap<>();
    texts.forEach(
        (key, text) -> {
          if (head(key).equals(name) && !key.equals(name)) {
            inner.put(key.substring(name.length() + 1), text);
          }
        });
    return inner;
  }

  /** Returns the present value, or the default if the present record has no such component. */
  private @Nullable Object kept(
      RecordComponent component, Class<? extends Record> type, @Nullable Record present) {
    Stream<RecordComponent> before =
        present == null ? Stream.empty() : Stream.of(present.getClass().getRecordComponents());
    return before
        .filter(other -> other.getName().equals(component.getName()))
        .filter(other -> other.getGenericType().equals(component.getGenericType()))
        .findFirst()
        .map(other -> new Kept(read(present, other)))
        .orElseGet(() -> new Kept(standard(component, type)))
        .value();
  }

  /** A value that may be null, which an {@code Optional} cannot hold. */
  private record Kept(@Nullable Object value) {}

  private @Nullable Object standard(RecordComponent component, Class<? extends Record> type) {
    Default standard = component.getAnnotation(Default.class);
    if (standard != null) {
      return new SettingText(prefix + component.getName(), component).read(standard.value());
    } else if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    String name = prefix + component.getName();
    throw new InvalidSettingException(
        prefix + TYPE,
        "%stype (%s) needs %s, which has no default; give it too."
            .formatted(prefix, SettingLabel.variant(type), name));
  }

  private static Stream<String> names(RecordComponent[] components) {
    return Arrays.stream(components).map(RecordComponent::getName);
  }

  private static String head(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static @Nullable Object read(@Nullable Record settings, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(component + " cannot be read.", error);
    }
  }

  private Record create(
      Class<? extends Record> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException error) {
      if (error.getCause() instanceof InvalidSettingException refused) {
        throw new InvalidSettingException(
            prefix + refused.setting(), prefix + refused.getMessage());
      }
      throw new IllegalStateException(type + " cannot be made.", error.getCause());
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(type + " cannot be made.", error);
    }
  }
}
