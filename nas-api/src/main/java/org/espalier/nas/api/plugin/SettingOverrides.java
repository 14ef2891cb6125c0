package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Settings that take the place of those in a config record, by their paths and as texts: how the
 * answers of a {@link org.espalier.nas.api.space.HyperparameterSpace} reach an evaluator.
 *
 * <p>A path names a component of the record, or one of a record in it: {@code
 * optimizer.learningRate}. Numbers, booleans, enums by their label ({@code time-decay}), texts and
 * paths can be replaced; lists, maps and whole records cannot.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SettingOverrides {
  private final Map<String, String> texts;

  private SettingOverrides(Map<String, String> texts) {
    this.texts = new LinkedHashMap<>(texts);
  }

  /**
   * Settings by path.
   *
   * @param texts the values as they would stand in an experiment file
   * @return what {@link #applyTo} replaces
   */
  public static SettingOverrides of(Map<String, String> texts) {
    return new SettingOverrides(texts);
  }

  /**
   * A copy of a record with these settings replaced.
   *
   * @param <R> the record's class
   * @param settings stay as they are
   * @return a record that its constructor, and the {@link Range} of each number, accept
   * @throws InvalidSettingException if a path leads to no single setting, or a value is refused;
   *     its {@linkplain InvalidSettingException#setting setting} is the path
   */
  public <R extends Record> R applyTo(R settings) {
    return replaced(settings, texts, "");
  }

  private static <R extends Record> R replaced(
      R settings, Map<String, String> texts, String prefix) {
    RecordComponent[] components = settings.getClass().getRecordComponents();
    requireKnown(components, texts, prefix);
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i], read(settings, components[i]), texts, prefix);
    }
    return create(settings, components, values, prefix);
  }

  private static void requireKnown(
      RecordComponent[] components, Map<String, String> texts, String prefix) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (String path : texts.keySet()) {
      String name = head(path);
      if (!known.contains(name)) {
        throw new InvalidSettingException(
            prefix + path,
            "There is no setting %s%s; known here are %s.%s"
                .formatted(
                    prefix, name, String.join(", ", known), Spelling.suggestion(name, known)));
      }
    }
  }

  private static @Nullable Object value(
      RecordComponent component,
      @Nullable Object present,
      Map<String, String> texts,
      String prefix) {
    String name = component.getName();
    String path = prefix + name;
    Map<String, String> within = new LinkedHashMap<>();
    texts.forEach(
        (key, text) -> {
          if (head(key).equals(name) && !key.equals(name)) {
            within.put(key.substring(name.length() + 1), text);
          }
        });
    String text = texts.get(name);
    if (text != null) {
      return new SettingText(path, component).read(text);
    } else if (within.isEmpty()) {
      return present;
    } else if (present instanceof Record nested) {
      return replaced(nested, within, path + ".");
    }
    String first = path + "." + within.keySet().iterator().next();
    throw new InvalidSettingException(
        first,
        component.getType().isRecord()
            ? "%s cannot be set, for %s is absent; give it with some value first."
                .formatted(first, path)
            : "There is no setting %s: %s has no settings within.".formatted(first, path));
  }

  private static String head(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static @Nullable Object read(Record settings, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(component + " cannot be read.", error);
    }
  }

  @SuppressWarnings("unchecked") // The constructor is that of the record's own class.
  private static <R extends Record> R create(
      R like, RecordComponent[] components, @Nullable Object[] values, String prefix) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = (Constructor<R>) like.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException error) {
      if (error.getCause() instanceof InvalidSettingException refused) {
        throw new InvalidSettingException(
            prefix + refused.setting(), prefix + refused.getMessage());
      }
      throw new IllegalStateException(like.getClass() + " cannot be made.", error.getCause());
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(like.getClass() + " cannot be made.", error);
    }
  }
}
