package org.espalier.nas.tf.json;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, strings, numbers, booleans and null as JSON (RFC 8259); what is not ASCII is
 * escaped, so that the text does not depend on an encoding.
 */
public final class JsonWriter {
  private final StringBuilder text = new StringBuilder();
  private final boolean indented;

  private JsonWriter(boolean indented) {
    this.indented = indented;
  }

  /** The value on one line. */
  public static String compact(Object value) {
    return write(value, false);
  }

  /** The value with each entry of a map on a line of its own. */
  public static String indented(Object value) {
    return write(value, true) + "\n";
  }

  private static String write(Object value, boolean indented) {
    JsonWriter writer = new JsonWriter(indented);
    writer.value(value, 0);
    return writer.text.toString();
  }

  private void value(@Nullable Object value, int depth) {
    if (value == null || value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof String string) {
      string(string);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Map<?, ?> map) {
      map(map, depth);
    } else if (value instanceof List<?> list) {
      list(list, depth);
    } else {
      throw new IllegalArgumentException(
          "A value of " + value.getClass() + " cannot be written as JSON.");
    }
  }

  private void number(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new IllegalArgumentException("JSON has no number for " + number + ".");
    }
    text.append(number);
  }

  private void map(Map<?, ?> map, int depth) {
    text.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<?, ?> entry = entries.next();
      newLine(depth + 1);
      string(String.valueOf(entry.getKey()));
      text.append(indented ? ": " : ":");
      value(entry.getValue(), depth + 1);
      if (entries.hasNext()) {
        text.append(',');
      } else {
        newLine(depth);
      }
    }
    text.append('}');
  }

  private void list(List<?> list, int depth) {
    boolean nested = list.stream().anyMatch(item -> item instanceof Map || item instanceof List);
    text.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        text.append(indented && !nested ? ", " : ",");
      }
      if (nested) {
        newLine(depth + 1);
      }
      value(list.get(i), depth + 1);
    }
    if (nested) {
      newLine(depth);
    }
    text.append(']');
  }

  private void newLine(int depth) {
    if (indented) {
      text.append('\n').append("  ".repeat(depth));
    }
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
