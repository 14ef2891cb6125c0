package org.espalier.nas.data.image;

/** The treatment of files that cannot be used as images. */
public enum BrokenFiles {
  /** They are an error that lists them. */
  ERROR,
  /** They are left out. */
  SKIP
}
