package org.espalier.nas.analysis.report;

/** The size of a chart; every chart is drawn for wide screens and paper, and again for phones. */
enum ChartSize {
  /** Full width. */
  FULL(1040, 360, 280, "full"),
  /** Full width, high. */
  HIGH(1040, 440, 340, "full"),
  /** Full width, low. */
  BAND(1040, 280, 250, "full"),
  /** Half width. */
  HALF(500, 300, 250, "half"),
  /** Half width, half as high as {@link #TALL}. */
  LOW(500, 220, 220, "half"),
  /** Half width, about square. */
  TALL(500, 460, 340, "half");

  private final int width;
  private final int height;
  private final int phoneHeight;
  private final String styleClass;

  ChartSize(int width, int height, int phoneHeight, String styleClass) {
    this.width = width;
    this.height = height;
    this.phoneHeight = phoneHeight;
    this.styleClass = styleClass;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int phoneHeight() {
    return phoneHeight;
  }

  String styleClass() {
    return styleClass;
  }
}
