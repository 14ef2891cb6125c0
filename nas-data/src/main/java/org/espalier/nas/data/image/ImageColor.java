package org.espalier.nas.data.image;

/** The channels that images are converted to. */
public enum ImageColor {
  /** Red, green and blue. */
  RGB(3),
  /** Brightness, as ITU-R BT.601 weighs red, green and blue. */
  GREY(1);

  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;
  private static final int HALF = 1 << 15;
  private static final int WHITE = 255;

  private final int channels;

  ImageColor(int channels) {
    this.channels = channels;
  }

  /** Returns the number of channels. */
  public int channels() {
    return channels;
  }

  /** Writes a pixel at a place in an array. */
  void write(int red, int green, int blue, byte[] into, int at) {
    if (this == GREY) {
      into[at] = (byte) ((red * RED + green * GREEN + blue * BLUE + HALF) >> 16);
    } else {
      into[at] = (byte) red;
      into[at + 1] = (byte) green;
      into[at + 2] = (byte) blue;
    }
  }

  /** Writes a pixel that lies on white paper. */
  void write(int red, int green, int blue, int alpha, byte[] into, int at) {
    write(blend(red, alpha), blend(green, alpha), blend(blue, alpha), into, at);
  }

  private static int blend(int value, int alpha) {
    return (value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
  }
}
