package org.espalier.nas.analysis.markup;

import java.util.Locale;

/** Makes any text harmless where it is put. */
final class Escaping {

  private static final char REPLACEMENT = '\uFFFD';

  private Escaping() {}

  /** For text and attribute values of HTML and XML. */
  static String markup(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isLegal(text, i) ? c : REPLACEMENT);
      }
    }
    return escaped.toString();
  }

  /**
   * For the inside of a JSON string within a script element; the characters that matter to HTML or
   * XML are written as numbers.
   */
  static String json(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ' || "<>&\u2028\u2029".indexOf(c) >= 0 || !isLegal(text, i)) {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Whether XML allows the character: no control characters, no half surrogate pairs. */
  private static boolean isLegal(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
  }
}
