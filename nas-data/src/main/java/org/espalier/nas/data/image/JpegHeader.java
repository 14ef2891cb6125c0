package org.espalier.nas.data.image;

import java.nio.charset.StandardCharsets;

/**
 * The colours of a JPEG file, from the markers before its data.
 *
 * @param components the number of components
 * @param adobe true if there is an Adobe marker; CMYK is then stored inverted
 * @param transformed true if the first three components are luminance and chrominance
 */
record JpegHeader(int components, boolean adobe, boolean transformed) {
  private static final int START_OF_SCAN = 0xda;
  private static final int APP14 = 0xee;
  private static final int APP0 = 0xe0;
  private static final int LENGTH = 2;

  /**
   * Reads the markers.
   *
   * @throws BrokenImageException if there are none that state the components
   */
  static JpegHeader of(byte[] bytes) throws BrokenImageException {
    int components = 0;
    boolean letters = false;
    boolean jfif = false;
    int transform = -1;
    int at = 2;
    while (at + 4 <= bytes.length && marker(bytes, at) != START_OF_SCAN) {
      int marker = marker(bytes, at);
      int length = octet(bytes, at + 2) << 8 | octet(bytes, at + 3);
      int data = at + 2 + LENGTH;
      if (marker < 0 || data + length - LENGTH > bytes.length) {
        break;
      }
      if (frame(marker) && length >= 8) {
        components = octet(bytes, data + 5);
        letters = length >= 17 && octet(bytes, data + 6) == 'R' && octet(bytes, data + 9) == 'G';
      } else if (marker == APP0) {
        jfif |= begins(bytes, data, length, "JFIF");
      } else if (marker == APP14 && begins(bytes, data, length, "Adobe") && length >= 14) {
        transform = octet(bytes, data + 11);
      }
      at = data + length - LENGTH;
      while (at + 1 < bytes.length && octet(bytes, at) == 0xff && octet(bytes, at + 1) == 0xff) {
        at++;
      }
    }
    if (components != 1 && components != 3 && components != 4) {
      throw new BrokenImageException("its JPEG data are damaged");
    }
    boolean plain = transform >= 0 ? transform == 0 : components == 4 || (!jfif && letters);
    return new JpegHeader(components, transform >= 0, !plain);
  }

  private static int octet(byte[] bytes, int at) {
    return at < bytes.length ? Byte.toUnsignedInt(bytes[at]) : 0;
  }

  private static int marker(byte[] bytes, int at) {
    return octet(bytes, at) == 0xff ? octet(bytes, at + 1) : -1;
  }

  /** Returns true for the markers of frames, C0 to CF without the tables C4, C8 and CC. */
  private static boolean frame(int marker) {
    return marker == 0xc0 || (marker > 0xc0 && marker <= 0xcf && marker % 4 != 0);
  }

  private static boolean begins(byte[] bytes, int at, int length, String text) {
    return length - LENGTH >= text.length()
        && new String(bytes, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }
}
