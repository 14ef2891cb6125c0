package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Check of a config record's numbers against the {@link Range} of each component, for compact
 * constructors:
 *
 * <pre>{@code
 * public record MySettings(
 *     @Default("8") @Range("[1, inf)") int batch,
 *     @Default("0.5") @Range("[0, 1]") double share) {
 *   public MySettings {
 *     SettingRanges.check(MySettings.class, batch, share);
 *   }
 * }
 * }</pre>
 */
@API(status = MAINTAINED, since = "0.1")
public final class SettingRanges {

  private SettingRanges() {}

  /**
   * Rejects values outside the ranges of their components.
   *
   * @param type the record's class
   * @param values the values of all components, in their order; null where a component is absent.
   *     Each number of a collection and each value of a map is checked
   * @throws InvalidSettingException for the first value outside its range; it names the setting,
   *     the value and the range
   * @throws IllegalArgumentException if there are not as many values as components
   */
  public static void check(Class<? extends Record> type, @Nullable Object... values) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != values.length) {
      throw new IllegalArgumentException(
          "%s has %d components, but %d values are given."
              .formatted(type.getSimpleName(), components.length, values.length));
    }
    for (int i = 0; i < components.length; i++) {
      Range range = components[i].getAnnotation(Range.class);
      if (range != null) {
        check(components[i].getName(), Interval.parse(range.value()), values[i]);
      }
    }
  }

  private static void check(String setting, Interval range, @Nullable Object value) {
    if (value instanceof Number number) {
      range.require(setting, number);
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> check(setting, range, item));
    } else if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, item) -> check(setting, key, range, item));
    }
  }

  private static void check(String setting, Object key, Interval range, Object value) {
    if (value instanceof Number number && !range.contains(number.doubleValue())) {
      throw new InvalidSettingException(
          setting,
          "%s of \"%s\" (%s) must %s.".formatted(setting, key, number, range.rule(number)));
    }
  }
}
