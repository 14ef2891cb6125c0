package org.espalier.nas.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.api.plugin.Range;
import org.jspecify.annotations.Nullable;

/**
 * A number of a config record, or a list or map of numbers.
 *
 * @param owner the record
 * @param component its component
 */
record NumericSetting(Class<? extends Record> owner, RecordComponent component) {

  /** Returns the numbers of a record itself. */
  static List<NumericSetting> of(Class<? extends Record> owner) {
    return Arrays.stream(owner.getRecordComponents())
        .map(component -> new NumericSetting(owner, component))
        .filter(setting -> isNumber(setting.numberType()))
        .toList();
  }

  /** Returns the numbers of a record and of all records in it. */
  static List<NumericSetting> within(Class<? extends Record> owner) {
    Set<Class<? extends Record>> records = new LinkedHashSet<>();
    collect(owner, records);
    return records.stream().flatMap(record -> of(record).stream()).toList();
  }

  private static void collect(Type type, Set<Class<? extends Record>> found) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(held -> collect(held, found));
    } else if (type instanceof Class<?> raw && raw.isSealed()) {
      Arrays.stream(raw.getPermittedSubclasses()).forEach(variant -> collect(variant, found));
    } else if (type instanceof Class<?> raw
        && raw.isRecord()
        && found.add(raw.asSubclass(Record.class))) {
      Arrays.stream(raw.getRecordComponents())
          .forEach(component -> collect(component.getGenericType(), found));
    }
  }

  String name() {
    return component.getName();
  }

  @Nullable Range declared() {
    return component.getAnnotation(Range.class);
  }

  /** Returns the declared range; all numbers if none can be read. */
  Interval range() {
    Range declared = declared();
    String all = "(-inf, inf)";
    try {
      return Interval.parse(declared == null ? all : declared.value());
    } catch (IllegalArgumentException unreadable) {
      return Interval.parse(all);
    }
  }

  /** Returns the extreme numbers of the range. */
  List<Number> ends() {
    Interval range = range();
    if (whole()) {
      return Stream.of(range.low(), range.high())
          .filter(Double::isFinite)
          .<Number>map(end -> end.longValue())
          .toList();
    }
    return List.of(
        range.includesLow() ? range.low() : Math.nextUp(range.low()),
        range.includesHigh() ? range.high() : Math.nextDown(range.high()));
  }

  /** Returns numbers just outside the range, and numbers that no range contains. */
  List<Number> outside() {
    Interval range = range();
    List<Number> values = new ArrayList<>();
    if (whole()) {
      Stream.of(range.low() - 1, range.high() + 1)
          .filter(value -> Double.isFinite(value) && Math.abs(value) <= largest())
          .forEach(value -> values.add(value.longValue()));
      return values;
    }
    values.add(range.includesLow() ? Math.nextDown(range.low()) : range.low());
    values.add(range.includesHigh() ? Math.nextUp(range.high()) : range.high());
    values.add(Double.NaN);
    values.add(Double.NEGATIVE_INFINITY);
    values.add(Double.POSITIVE_INFINITY);
    return values.stream().distinct().toList();
  }

  private boolean whole() {
    Class<?> type = numberType();
    return type != double.class && type != Double.class;
  }

  private double largest() {
    Class<?> type = numberType();
    return type == int.class || type == Integer.class ? Integer.MAX_VALUE : 1e15;
  }

  /** Returns a number in the type of the setting. */
  Object value(Number number) {
    Class<?> type = numberType();
    Object single =
        type == int.class || type == Integer.class
            ? (Object) number.intValue()
            : whole() ? (Object) number.longValue() : (Object) number.doubleValue();
    if (component.getType() == List.class) {
      return List.of(single);
    }
    return component.getType() == Map.class ? Map.of("key", single) : single;
  }

  /**
   * Creates a copy of a record with this setting changed; rethrows exceptions of its constructor.
   */
  void change(Record like, Number number) {
    RecordComponent[] components = owner.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        arguments[i] =
            components[i].getName().equals(name())
                ? value(number)
                : components[i].getAccessor().invoke(like);
      }
      Constructor<? extends Record> constructor = owner.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private Class<?> numberType() {
    Type type = component.getGenericType();
    while (type instanceof ParameterizedType generic) {
      Type[] held = generic.getActualTypeArguments();
      type = held[held.length - 1];
    }
    return type instanceof Class<?> raw ? raw : Object.class;
  }

  private static boolean isNumber(Class<?> type) {
    return Number.class.isAssignableFrom(type)
        || type == int.class
        || type == long.class
        || type == double.class;
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + name();
  }
}
