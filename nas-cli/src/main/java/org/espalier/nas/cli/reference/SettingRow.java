package org.espalier.nas.cli.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.settings.SettingType;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of settings.
 *
 * @param depth 0 for a key of the component, more for keys within a key
 * @param name the key
 * @param type its type in a word or two
 * @param standard its default, {@code required}, or a dash
 * @param range the range of a number, or empty
 * @param description its description
 */
record SettingRow(
    int depth, String name, String type, String standard, String range, String description) {
  static final String ABSENT = "\u2013";
  private static final int LONGEST_STANDARD = 16;

  /** Returns the rows of all settings of a record; nested settings follow their parent. */
  static List<SettingRow> of(Class<? extends Record> record) {
    List<SettingRow> rows = new ArrayList<>();
    add(rows, record, 0, Set.of());
    return rows;
  }

  /** Returns the key, indented by depth. */
  String indented() {
    return "  ".repeat(depth) + name;
  }

  boolean mayBeAbsent() {
    return standard.equals(ABSENT);
  }

  private static void add(
      List<SettingRow> rows, Class<? extends Record> record, int depth, Set<Class<?>> above) {
    if (above.contains(record)) {
      return;
    }
    Set<Class<?>> within = new HashSet<>(above);
    within.add(record);
    for (SettingKey key : SettingKey.of(record)) {
      rows.add(of(key, depth));
      addNested(rows, key.type(), depth + 1, within);
    }
  }

  private static void addNested(
      List<SettingRow> rows, SettingType type, int depth, Set<Class<?>> above) {
    if (type instanceof SettingType.Nested nested) {
      add(rows, nested.record(), depth, above);
    } else if (type instanceof SettingType.Items items) {
      addNested(rows, items.item(), depth, above);
    } else if (type instanceof SettingType.Entries entries) {
      addNested(rows, entries.value(), depth, above);
    } else if (type instanceof SettingType.Variants variants) {
      for (Map.Entry<String, Class<? extends Record>> variant : variants.records().entrySet()) {
        rows.add(new SettingRow(depth, "type: " + variant.getKey(), "", "", "", ""));
        add(rows, variant.getValue(), depth + 1, above);
      }
    }
  }

  private static SettingRow of(SettingKey key, int depth) {
    String standard = key.standard();
    String description = key.description();
    List<String> words = words(key.type());
    if (!words.isEmpty()) {
      description = (description + " One of " + String.join(", ", words) + ".").strip();
    }
    if (standard != null && standard.length() > LONGEST_STANDARD) {
      description = (description + " Default: " + standard).strip();
      standard = "\u2026";
    }
    return new SettingRow(
        depth,
        key.name(),
        key.single() ? "text or list" : word(key.type(), false),
        shown(standard, key),
        range(key.range()),
        description);
  }

  private static String shown(@Nullable String standard, SettingKey key) {
    if (standard == null) {
      return key.required() ? "required" : ABSENT;
    }
    boolean nested = key.type() instanceof SettingType.Nested;
    return nested && standard.equals("{}") ? "" : standard;
  }

  private static String range(@Nullable Interval range) {
    return range == null || (Double.isInfinite(range.low()) && Double.isInfinite(range.high()))
        ? ""
        : range.toString();
  }

  static List<String> words(SettingType type) {
    if (type instanceof SettingType.Choice choice) {
      return choice.labels();
    } else if (type instanceof SettingType.Items items) {
      return words(items.item());
    } else if (type instanceof SettingType.Entries entries) {
      return words(entries.value());
    }
    return List.of();
  }

  static String word(SettingType type, boolean many) {
    if (type instanceof SettingType.Items items) {
      return "list of " + word(items.item(), true);
    } else if (type instanceof SettingType.Entries entries) {
      return "map to " + word(entries.value(), true);
    } else if (type instanceof SettingType.Truth) {
      return "true/false";
    } else if (type instanceof SettingType.Nested || type instanceof SettingType.Variants) {
      return "settings";
    }
    return noun(type) + (many ? "s" : "");
  }

  private static String noun(SettingType type) {
    if (type instanceof SettingType.Whole) {
      return "integer";
    } else if (type instanceof SettingType.Real) {
      return "number";
    } else if (type instanceof SettingType.Choice) {
      return "word";
    } else if (type instanceof SettingType.FilePath) {
      return "path";
    } else if (type instanceof SettingType.TimeSpan) {
      return "duration";
    } else if (type instanceof SettingType.Part part) {
      return part.kind().key().toLowerCase(Locale.ROOT);
    }
    return "text";
  }
}
