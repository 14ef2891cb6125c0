package org.espalier.nas.experiment.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.jspecify.annotations.Nullable;

/**
 * A key that an experiment file may contain at some place.
 *
 * @param name name of the key
 * @param type type of its value
 * @param standard default in YAML, or null if there is none
 * @param example valid value in YAML, or null if none is stated
 * @param description description in one line, possibly empty
 * @param range values that a number, or each number in a list or mapping, may have; or null
 * @param nullable true if it may be absent without a default, or {@code null}
 * @param single true if a single value may stand for a list of it
 */
public record SettingKey(
    String name,
    SettingType type,
    @Nullable String standard,
    @Nullable String example,
    String description,
    @Nullable Interval range,
    boolean nullable,
    boolean single) {

  /** Returns the keys of a config record, in its order. */
  public static List<SettingKey> of(Class<? extends Record> record) {
    return Arrays.stream(record.getRecordComponents()).map(SettingKey::of).toList();
  }

  private static SettingKey of(RecordComponent component) {
    Default standard = component.getAnnotation(Default.class);
    Example example = component.getAnnotation(Example.class);
    Description description = component.getAnnotation(Description.class);
    Range range = component.getAnnotation(Range.class);
    return new SettingKey(
        component.getName(),
        SettingType.of(component.getGenericType()),
        standard == null ? null : standard.value(),
        example == null ? null : example.value(),
        description == null ? "" : description.value(),
        range == null ? null : Interval.parse(range.value()),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        component.isAnnotationPresent(SingleAllowed.class));
  }

  /** Returns true if an experiment file must contain the key. */
  public boolean required() {
    return standard == null && !nullable;
  }

  /** Returns the default as maps, lists and single values; empty if there is none. */
  public Optional<Object> standardTree() {
    return Optional.ofNullable(standard).map(yaml -> StatedValue.read(type, yaml));
  }
}
