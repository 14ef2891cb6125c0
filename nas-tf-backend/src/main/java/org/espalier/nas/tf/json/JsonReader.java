package org.espalier.nas.tf.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, {@link Long}, {@link Double} and {@link
 * Boolean}. Nulls and repeated keys are errors: nothing that is read here has them.
 */
public final class JsonReader {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads one value and nothing after it but blanks.
   *
   * @throws MalformedJsonException if the text is not such a value
   */
  public static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw reader.malformed("nothing more");
    }
    return value;
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw malformed("at most " + DEEPEST + " levels");
    }
    skipBlanks();
    char c = peek();
    if (c == '{') {
      return map(depth);
    } else if (c == '[') {
      return list(depth);
    } else if (c == '"') {
      return string();
    } else if (c == 't') {
      return literal("true", true);
    } else if (c == 'f') {
      return literal("false", false);
    }
    return number();
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    expect('{');
    if (closes('}')) {
      return map;
    }
    do {
      skipBlanks();
      String key = string();
      expect(':');
      if (map.put(key, value(depth + 1)) != null) {
        throw malformed("each key once, not again \"" + key + "\"");
      }
    } while (continues('}'));
    return map;
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    expect('[');
    if (closes(']')) {
      return list;
    }
    do {
      list.add(value(depth + 1));
    } while (continues(']'));
    return list;
  }

  private boolean closes(char end) {
    skipBlanks();
    if (peek() != end) {
      return false;
    }
    at++;
    return true;
  }

  private boolean continues(char end) {
    if (closes(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < 0x20) {
        throw malformed("an escape instead of a control character");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw malformed("a known escape");
    };
  }

  private char hexadecimal() {
    if (at + 4 > text.length()) {
      throw malformed("four hexadecimal digits");
    }
    try {
      char c = (char) Integer.parseUnsignedInt(text, at, at + 4, 16);
      at += 4;
      return c;
    } catch (NumberFormatException notHexadecimal) {
      throw malformed("four hexadecimal digits");
    }
  }

  private Object literal(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw malformed(word);
    }
    at += word.length();
    return value;
  }

  private Number number() {
    int start = at;
    while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      if (digits.matches("-?\\d+")) {
        return Long.valueOf(digits);
      }
      return Double.valueOf(digits);
    } catch (NumberFormatException notANumber) {
      at = start;
      throw malformed("a value");
    }
  }

  private void expect(char c) {
    skipBlanks();
    if (peek() != c) {
      throw malformed("'" + c + "'");
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed("more text");
    }
    return text.charAt(at);
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private MalformedJsonException malformed(String expected) {
    return new MalformedJsonException("expected " + expected + " at character " + at);
  }
}
