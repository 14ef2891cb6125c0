package org.espalier.nas.analysis.comparison.figure;

/** For how much room a figure is drawn. */
public enum Layout {
  /** Wide screens, paper and files. */
  WIDE(1040, 190),
  /** Phones. */
  PHONE(352, 92);

  private final int width;
  private final int nameRoom;

  Layout(int width, int nameRoom) {
    this.width = width;
    this.nameRoom = nameRoom;
  }

  int width() {
    return width;
  }

  /** The most pixels that the name of an arm may take beside a chart. */
  int nameRoom() {
    return nameRoom;
  }

  /** The size of letters in pixels. */
  double letters() {
    return this == WIDE ? 13 : 12;
  }
}
