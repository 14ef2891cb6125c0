package org.espalier.nas.analysis.drawing;

/** How wide text is, by estimate: fonts differ from machine to machine, drawings must not. */
public final class Lettering {

  private static final double NARROW = 0.36;
  private static final double USUAL = 0.61;
  private static final double WIDE = 0.92;
  private static final double FULL = 1;
  private static final char ELLIPSIS = '\u2026';

  private Lettering() {}

  /** The width of a text in pixels, at least that of usual fonts. */
  public static double width(String text, double size) {
    return text.codePoints().mapToDouble(Lettering::share).sum() * size;
  }

  /** The text, or as much of it as there is room for, with an ellipsis. */
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
