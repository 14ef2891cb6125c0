package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Locale;

/**
 * The colours of drawings. Series have those of Okabe and Ito (2008), darkened until they stand out
 * from white; pages replace all of them on a dark ground.
 */
public enum Ink {
  /** What is read first. */
  TEXT(0x1B1F24),
  /** What is read when it is looked for. */
  MUTED(0x59616B),
  /** Lines behind the data. */
  GRID(0xE6E9ED),
  /** What things are drawn on. */
  SURFACE(0xFFFFFF),
  /** A series. */
  BLUE(0x0072B2),
  /** A series. */
  VERMILION(0xD55E00),
  /** A series. */
  GREEN(0x009E73),
  /** A series. */
  PURPLE(0xAA4499),
  /** A series. */
  ORANGE(0xC18400),
  /** A series. */
  SKY(0x3FA0DC),
  /** A series. */
  BLACK(0x33383E),
  /** A ground on which {@link #TEXT} is read, for what is better. */
  BETTER(0xB5D8EE),
  /** A ground on which {@link #TEXT} is read, for what is worse. */
  WORSE(0xF7CDAE);

  private static final List<Ink> SERIES =
      List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, BLACK);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  /** The colour of a series; there are seven, then they come again. */
  public static Ink ofSeries(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /** How often the colours of the series before this one came round: the pattern of its lines. */
  public static int roundOfSeries(int index) {
    return index / SERIES.size();
  }

  /** The colour on a white ground. */
  public int rgb() {
    return rgb;
  }

  /** The same as SVG and CSS write it. */
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** The variable that a page's style sheet keeps the colour in. */
  public String variable() {
    return "var(--ink-" + name().toLowerCase(Locale.ROOT) + ")";
  }
}
