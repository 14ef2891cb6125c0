package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Locale;

/**
 * A color of drawings. Series use the palette of Okabe and Ito (2008), darkened for contrast on
 * white; pages replace every color on a dark background.
 */
public enum PaletteColor {
  /** Primary text. */
  TEXT(0x1B1F24),
  /** Secondary text, axes and reference lines. */
  MUTED(0x59616B),
  /** Grid lines. */
  GRID(0xE6E9ED),
  /** Background. */
  SURFACE(0xFFFFFF),
  /** Series color. */
  BLUE(0x0072B2),
  /** Series color. */
  VERMILION(0xD55E00),
  /** Series color. */
  GREEN(0x009E73),
  /** Series color. */
  PURPLE(0xAA4499),
  /** Series color. */
  ORANGE(0xC18400),
  /** Series color. */
  SKY(0x3FA0DC),
  /** Series color. */
  BLACK(0x33383E),
  /** Background of cells with a better result. */
  BETTER(0xB5D8EE),
  /** Background of cells with a worse result. */
  WORSE(0xF7CDAE);

  private static final List<PaletteColor> SERIES =
      List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, BLACK);

  private final int rgb;

  PaletteColor(int rgb) {
    this.rgb = rgb;
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

  /** Returns the CSS variable that holds the color in pages. */
  public String variable() {
    return "var(--color-" + name().toLowerCase(Locale.ROOT) + ")";
  }
}
