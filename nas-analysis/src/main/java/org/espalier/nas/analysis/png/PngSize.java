package org.espalier.nas.analysis.png;

/** How large a chart is in pixels. */
enum PngSize {
  /** Alone in its file. */
  WIDE(1200, 640),
  /** Beside others in one file. */
  PANEL(640, 520);

  private final int width;
  private final int height;

  PngSize(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
