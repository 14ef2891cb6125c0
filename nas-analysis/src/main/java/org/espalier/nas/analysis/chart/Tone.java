package org.espalier.nas.analysis.chart;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of data, from the palette of Okabe and Ito (2008), which people with any colour
 * vision can tell apart. Pages lighten them on a dark ground.
 */
public enum Tone {
  /** What was measured. */
  BLUE(0x0072B2),
  /** What is derived from it: the best so far, a moving window. */
  VERMILION(0xD55E00),
  /** A second derived value. */
  GREEN(0x009E73),
  /** What went wrong. */
  PURPLE(0xAA4499),
  /** Reference lines. */
  GREY(0x767676);

  private final int rgb;

  Tone(int rgb) {
    this.rgb = rgb;
  }

  /** The colour on a white ground. */
  public Color onWhite() {
    return new Color(rgb);
  }

  /** The name of the style class that pages give to what has this colour. */
  public String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
