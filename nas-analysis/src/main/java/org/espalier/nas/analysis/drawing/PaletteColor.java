package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Locale;

/**
 * A color of drawings. Series use the palette of Okabe and Ito (2008), darkened for contrast on
 * white; pages replace every color on a dark background.
 */
public enum PaletteColor {
  /** Primary text. */
  TEXT(0x1B1F24, 0xE6E9ED),
  /** Secondary text, axes and reference lines. */
  MUTED(0x59616B, 0xA2ABB6),
  /** Grid lines. */
  GRID(0xE6E9ED, 0x2B3139),
  /** Background. */
  SURFACE(0xFFFFFF, 0x1C2026),
  /** Series color. */
  BLUE(0x0072B2, 0x4C9BE8),
  /** Series color. */
  VERMILION(0xD55E00, 0xFF8D4A),
  /** Series color. */
  GREEN(0x009E73, 0x2FC79B),
  /** Series color. */
  PURPLE(0xAA4499, 0xDD8FCE),
  /** Series color. */
  ORANGE(0xC18400, 0xE8C14A),
  /** Series color. */
  SKY(0x3FA0DC, 0xA5DCFF),
  /** Series color. */
  BLACK(0x33383E, 0xC3CAD2),
  /** Background of cells with a better result. */
  BETTER(0xB5D8EE, 0x14507A),
  /** Background of cells with a worse result. */
  WORSE(0xF7CDAE, 0x7A3A12);

  private static final List<PaletteColor> SERIES =
      List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, BLACK);

  private final int rgb;
  private final int darkRgb;

  PaletteColor(int rgb, int darkRgb) {
    this.rgb = rgb;
    this.darkRgb = darkRgb;
  }

  /** Returns the color of a series; seven colors repeat. */
  public static PaletteColor ofSeries(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /** Returns the number of times the seven colors were used up before a series. */
  public static int cycleOfSeries(int index) {
    return index / SERIES.size();
  }

  /** Returns the color on a white background as 0xRRGGBB. */
  public int rgb() {
    return rgb;
  }

  /** Returns the color on a white background as {@code #rrggbb}. */
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** Returns the color on a dark background as {@code #rrggbb}. */
  public String darkHex() {
    return String.format(Locale.ROOT, "#%06x", darkRgb);
  }

  /** Returns the CSS variable that holds the color in pages. */
  public String variable() {
    return "var(" + property() + ")";
  }

  /** Returns the name of the CSS variable. */
  String property() {
    return "--color-" + name().toLowerCase(Locale.ROOT);
  }
}
