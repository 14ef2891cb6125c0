package org.espalier.nas.engine.table;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values by key as text: a line {@code key = value} each, sorted by key. Backslash, line feed and
 * carriage return are written {@code \\}, {@code \n} and {@code \r}.
 *
 * <p>A list has a line for each item, under the key with its number: {@code metrics.000003}.
 */
final class KeyedText {
  private static final String SEPARATOR = " = ";

  private final SortedMap<String, String> values;

  /** Begins with nothing. */
  KeyedText() {
    this(new TreeMap<>());
  }

  private KeyedText(SortedMap<String, String> values) {
    this.values = values;
  }

  /**
   * Reads what {@link #toString} gives.
   *
   * @throws IOException if a line has no key
   */
  static KeyedText parse(String text) throws IOException {
    SortedMap<String, String> values = new TreeMap<>();
    for (String line : text.lines().toList()) {
      int end = line.indexOf(SEPARATOR);
      if (end < 0) {
        throw new IOException("The line \"" + line + "\" has no key.");
      }
      values.put(line.substring(0, end), unescape(line.substring(end + SEPARATOR.length())));
    }
    return new KeyedText(values);
  }

  KeyedText put(String key, String value) {
    values.put(key, value);
    return this;
  }

  KeyedText put(String key, Collection<String> items) {
    int number = 0;
    for (String item : items) {
      put(String.format(Locale.ROOT, "%s.%06d", key, number), item);
      number++;
    }
    return this;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) throws IOException {
    String value = values.get(key);
    if (value == null) {
      throw new IOException("The key " + key + " is missing.");
    }
    return value;
  }

  BigInteger number(String key) throws IOException {
    try {
      return new BigInteger(text(key));
    } catch (NumberFormatException e) {
      throw new IOException(key + " (" + text(key) + ") is not a number.", e);
    }
  }

  int count(String key) throws IOException {
    return number(key).intValue();
  }

  List<String> list(String key) {
    return new ArrayList<>(values.subMap(key + ".", key + "/").values());
  }

  /** Everything. */
  SortedMap<String, String> entries() {
    return values;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (key, value) -> text.append(key).append(SEPARATOR).append(escape(value)).append('\n'));
    return text.toString();
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        char escaped = value.charAt(i);
        plain.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
