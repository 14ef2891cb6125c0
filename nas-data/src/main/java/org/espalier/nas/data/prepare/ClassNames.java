package org.espalier.nas.data.prepare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;

/** The match of the setting {@code classNames} with the values of the label. */
final class ClassNames {
  private static final int MOST_SHOWN = 20;

  private ClassNames() {}

  /**
   * Returns the class names by the label's values as they are written.
   *
   * @param classNames class names by value; 0.0 is the value 0 of a numeric label
   * @throws InvalidDataException if a key is no value of the label, or two keys with different
   *     names are the same value
   */
  static Map<String, String> of(RawData raw, Map<String, String> classNames) {
    if (classNames.isEmpty()) {
      return Map.of();
    }
    Column label = raw.labelColumn();
    Set<String> values = values(label);
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : classNames.entrySet()) {
      String value = written(label, entry.getKey());
      if (!values.contains(value)) {
        throw new InvalidDataException(
            "classNames (%s) must be a value of the label %s of %s.%s Its values are %s."
                .formatted(
                    entry.getKey(),
                    label.name(),
                    raw.name(),
                    label instanceof NumericColumn
                        ? ""
                        : Spelling.suggestion(entry.getKey(), values),
                    shown(values)));
      }
      String other = names.put(value, entry.getValue());
      if (other != null && !other.equals(entry.getValue())) {
        throw new InvalidDataException(
            "classNames gives the value %s of the label %s two names, %s and %s."
                .formatted(value, label.name(), other, entry.getValue()));
      }
    }
    return names;
  }

  private static Set<String> values(Column label) {
    return IntStream.range(0, label.size())
        .filter(row -> !label.missing(row))
        .mapToObj(label::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String written(Column label, String key) {
    if (!(label instanceof NumericColumn)) {
      return key;
    }
    try {
      return NumericColumn.format(Double.parseDouble(key));
    } catch (NumberFormatException e) {
      return key;
    }
  }

  private static String shown(Set<String> values) {
    String shown = values.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
    return values.size() > MOST_SHOWN
        ? shown + " and " + (values.size() - MOST_SHOWN) + " more"
        : shown;
  }
}
