package org.espalier.nas.data.image;

/** The fit of an image into another size. */
public enum ResizeMode {
  /** Height and width are scaled independently. */
  STRETCH,
  /** The largest central part of the proportions of the target is scaled. */
  CROP,
  /** The whole image is scaled in its proportions, centred, and surrounded by black. */
  PAD
}
