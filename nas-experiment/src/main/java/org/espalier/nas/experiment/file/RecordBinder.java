package org.espalier.nas.experiment.file;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.jspecify.annotations.Nullable;

/**
 * A binder of one mapping to one record.
 *
 * <p>Numbers are first checked against their {@link org.espalier.nas.api.plugin.Range}, so that the
 * constructor rejects only what no range can express.
 *
 * <p>A record's constructor rejects one setting at a time. To find all errors at once, a rejected
 * setting is given its default and the constructor is called again.
 */
final class RecordBinder<T extends Record> {
  private final Binder binder;
  private final Problems problems;
  private final Class<T> type;
  private final Setting.Mapping mapping;
  private final String name;
  private final Set<String> meant;
  private final RecordComponent[] components;
  private final @Nullable Object[] values;
  private final Set<String> replaced = new HashSet<>();

  /** True if the last construction failed at a setting that has been given its default since. */
  private boolean mended;

  RecordBinder(
      Binder binder,
      Problems problems,
      Class<T> type,
      Setting.Mapping mapping,
      String name,
      Set<String> meant) {
    this.binder = binder;
    this.problems = problems;
    this.type = type;
    this.mapping = mapping;
    this.name = name;
    this.meant = meant;
    this.components = type.getRecordComponents();
    this.values = new Object[components.length];
  }

  Optional<T> bind() {
    boolean constructible = true;
    for (int i = 0; i < components.length; i++) {
      constructible &= fill(i);
    }
    if (!constructible) {
      return Optional.empty();
    }
    Optional<T> made = construct();
    while (made.isEmpty() && mended) {
      made = construct();
    }
    return replaced.isEmpty() ? made : Optional.empty();
  }

  /**
   * Finds the value of a component; returns false if there is not even a stand-in for a wrong one.
   */
  private boolean fill(int index) {
    RecordComponent component = components[index];
    Optional<Setting> given = mapping.get(component.getName());
    if (given.isEmpty()) {
      return useDefault(index) || missing(index);
    }
    if (nullable(component)
        && given.get() instanceof Setting.Scalar scalar
        && scalar.isNull()
        && !scalar.text().isEmpty()) {
      return true;
    }
    Optional<Object> value =
        binder.value(
            component.getGenericType(),
            listed(component, given.get()),
            component.getName(),
            Bounds.of(component));
    if (value.isPresent()) {
      values[index] = value.get();
      return true;
    }
    replaced.add(component.getName());
    return useDefault(index) || useStandIn(index);
  }

  /** Returns a single text as a list where that is allowed, also inside a list of lists. */
  private static Setting listed(RecordComponent component, Setting given) {
    return component.isAnnotationPresent(SingleAllowed.class)
        ? listed(component.getGenericType(), given)
        : given;
  }

  private static Setting listed(Type type, Setting given) {
    if (!(type instanceof ParameterizedType list)) {
      return given;
    }
    Type item = list.getActualTypeArguments()[0];
    if (given instanceof Setting.Scalar scalar && !scalar.isNull()) {
      return new Setting.Items(given.place(), List.of(listed(item, given)));
    }
    return given instanceof Setting.Items items
        ? new Setting.Items(
            given.place(), items.items().stream().map(each -> listed(item, each)).toList())
        : given;
  }

  /** Notes that a key is missing, unless it is present with a typo, which was noted before. */
  private boolean missing(int index) {
    RecordComponent component = components[index];
    Description description = component.getAnnotation(Description.class);
    if (!meant.contains(component.getName())) {
      problems.add(
          mapping.place(),
          "Missing key %s in %s: %s%s"
              .formatted(
                  component.getName(),
                  name,
                  Binder.wanted(component.getGenericType()),
                  description == null ? "." : " (" + stripped(description.value()) + ")."));
    }
    replaced.add(component.getName());
    return useStandIn(index);
  }

  private static String stripped(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private boolean useDefault(int index) {
    RecordComponent component = components[index];
    Default standard = component.getAnnotation(Default.class);
    if (standard != null) {
      values[index] = defaultValue(component, standard.value());
    } else {
      values[index] = null;
    }
    return standard != null || nullable(component);
  }

  /**
   * Uses a stand-in for a wrong setting without a default, so that the other settings are checked.
   */
  private boolean useStandIn(int index) {
    Class<?> wanted = components[index].getType();
    Bounds bounds = Bounds.of(components[index]);
    if (wanted == int.class) {
      values[index] = (int) bounds.standIn(true);
    } else if (wanted == long.class) {
      values[index] = (long) bounds.standIn(true);
    } else if (wanted == double.class) {
      values[index] = bounds.standIn(false);
    } else if (wanted == String.class) {
      values[index] = "x";
    } else {
      return false;
    }
    return true;
  }

  private Object defaultValue(RecordComponent component, String yaml) {
    Problems own = new Problems();
    Source source = Source.flag("default of a setting of " + type.getName());
    Optional<Object> value =
        new YamlReader(own)
            .flag(source, yaml)
            .flatMap(
                setting ->
                    binder
                        .noting(own)
                        .value(
                            component.getGenericType(), setting, "default", Bounds.of(component)));
    return value.orElseThrow(() -> new IllegalStateException(own.sorted().toString()));
  }

  private static boolean nullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private Optional<T> construct() {
    mended = false;
    try {
      return Optional.of(constructor().newInstance(values));
    } catch (InvocationTargetException error) {
      if (error.getCause() instanceof InvalidSettingException invalid) {
        reject(invalid);
      } else if (error.getCause() instanceof RuntimeException rejected) {
        problems.add(mapping.place(), name + " is not valid: " + rejected.getMessage());
      } else {
        throw new IllegalStateException(error.getCause());
      }
      return Optional.empty();
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(type.getName() + " cannot be made.", error);
    }
  }

  private Constructor<T> constructor() throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<T> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  private void reject(InvalidSettingException invalid) {
    List<String> path = List.of(invalid.setting().split("\\."));
    if (replaced.contains(path.get(0))) {
      return;
    }
    problems.add(mapping.locate(path), String.valueOf(invalid.getMessage()));
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(path.get(0))) {
        mended = mapping.get(path.get(0)).isPresent() && (useDefault(i) || useStandIn(i));
      }
    }
    replaced.add(path.get(0));
  }
}
