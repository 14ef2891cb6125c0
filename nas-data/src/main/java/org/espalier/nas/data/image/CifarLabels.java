package org.espalier.nas.data.image;

/** The label bytes before the pixels of an image in a CIFAR file. */
public enum CifarLabels {
  /** CIFAR-10: one byte. */
  SINGLE(1, 0),
  /** CIFAR-100: the first of two bytes, one of 20 groups. */
  COARSE(2, 0),
  /** CIFAR-100: the second of two bytes, one of 100 classes. */
  FINE(2, 1);

  private final int bytes;
  private final int position;

  CifarLabels(int bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Returns the number of bytes before the pixels. */
  int bytes() {
    return bytes;
  }

  /** Returns the index of the byte that is the label. */
  int position() {
    return position;
  }
}
