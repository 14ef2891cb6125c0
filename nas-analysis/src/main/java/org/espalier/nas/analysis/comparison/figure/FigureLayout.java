package org.espalier.nas.analysis.comparison.figure;

/** The medium for which a figure is laid out. */
public enum FigureLayout {
  /** Wide screens, paper and files. */
  WIDE(1040, 190),
  /** Phones. */
  PHONE(352, 92);

  private final int width;
  private final int nameRoom;

  FigureLayout(int width, int nameRoom) {
    this.width = width;
    this.nameRoom = nameRoom;
  }

  int width() {
    return width;
  }

  /** Returns the largest width of the name of an arm beside a chart, in pixels. */
  int nameRoom() {
    return nameRoom;
  }

  /** Returns the font size in pixels. */
  double fontSize() {
    return this == WIDE ? 13 : 12;
  }
}
