package org.espalier.nas.analysis.markup;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as JSON text that may stand in a script element. */
public final class Json {

  private Json() {}

  /** A string with its quotation marks. */
  public static String string(String value) {
    return '"' + Escaping.json(value) + '"';
  }

  /** A number; {@code null} for what JSON has no number for. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** An array of values that are JSON already. */
  public static String array(Collection<String> values) {
    return values.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** An object of values that are JSON already, in the order of the map. */
  public static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> string(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",\n", "{", "}"));
  }
}
