package org.espalier.nas.tf.augmentation;

/** The mirror images among augmented images; each direction is mirrored with probability ½. */
public enum Flip {
  /** No mirror images. */
  NONE,
  /** Left and right exchanged. */
  HORIZONTAL,
  /** Top and bottom exchanged. */
  VERTICAL,
  /** Both directions, independently. */
  BOTH;

  /** Returns true if left and right may be exchanged. */
  boolean horizontal() {
    return this == HORIZONTAL || this == BOTH;
  }

  /** Returns true if top and bottom may be exchanged. */
  boolean vertical() {
    return this == VERTICAL || this == BOTH;
  }
}
