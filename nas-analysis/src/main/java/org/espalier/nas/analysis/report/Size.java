package org.espalier.nas.analysis.report;

/** How large a chart is; each is drawn for wide screens and paper, and again for phones. */
enum Size {
  /** Over the whole width. */
  FULL(1040, 360, 280, "full"),
  /** Over the whole width, and low. */
  BAND(1040, 280, 250, "full"),
  /** Two beside each other. */
  HALF(500, 300, 250, "half"),
  /** Two beside each other, half as high as {@link #TALL}. */
  LOW(500, 220, 220, "half"),
  /** Two beside each other, about as high as wide. */
  TALL(500, 460, 340, "half");

  static final int PHONE_WIDTH = 352;

  private final int width;
  private final int height;
  private final int phoneHeight;
  private final String styleClass;

  Size(int width, int height, int phoneHeight, String styleClass) {
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
