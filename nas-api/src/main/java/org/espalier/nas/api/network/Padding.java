package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Locale;
import org.apiguardian.api.API;

/** The treatment of the border of an image by a window that slides over it. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Padding {
  /** Adds a border such that the output has the size of the input, divided by the stride. */
  SAME,
  /** Adds no border: the window stays within the image. */
  VALID;

  /** Returns the name in experiment files: {@code same}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
