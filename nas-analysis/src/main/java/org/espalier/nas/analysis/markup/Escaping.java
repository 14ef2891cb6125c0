package org.espalier.nas.analysis.markup;

/** Escaping of text for HTML and XML. */
final class Escaping {

  private static final char REPLACEMENT = '\uFFFD';

  private Escaping() {}

  /** Escapes text for elements and attribute values. */
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

  /** Returns false for control characters and unpaired surrogates, which XML does not allow. */
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
