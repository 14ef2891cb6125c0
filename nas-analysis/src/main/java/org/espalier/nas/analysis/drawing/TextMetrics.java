package org.espalier.nas.analysis.drawing;

/** Estimated text widths, so that drawings do not depend on installed fonts. */
public final class TextMetrics {

  private static final double NARROW = 0.36;
  private static final double USUAL = 0.61;
  private static final double WIDE = 0.92;
  private static final double FULL = 1;
  private static final char ELLIPSIS = '\u2026';

  private TextMetrics() {}

  /** Returns the width of a text in pixels, an upper bound for common fonts. */
  public static double width(String text, double size) {
    return text.codePoints().mapToDouble(TextMetrics::share).sum() * size;
  }

  /** Returns the text, shortened with an ellipsis if it is wider than {@code room} pixels. */
  public static String fitted(String text, double room, double size) {
    if (width(text, size) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end) + ELLIPSIS, size) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  private static double share(int character) {
    if (character >= 0x1100) {
      return FULL;
    }
    if ("ijlI|.,:;'!()[]ft ".indexOf(character) >= 0) {
      return NARROW;
    }
    return "mwMW%@".indexOf(character) >= 0 ? WIDE : USUAL + (isCapital(character) ? 0.12 : 0);
  }

  private static boolean isCapital(int character) {
    return Character.isUpperCase(character);
  }
}
