package org.espalier.nas.engine.store;

import java.util.Objects;

/**
 * State of a controller after an ask.
 *
 * @param asked number of trials proposed until then
 * @param told number of results told until then, at most {@code asked}
 * @param bytes the state in the controller's own format; not copied
 */
// An array in a record: it is passed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ControllerSnapshot(int asked, int told, byte[] bytes) {

  /** Checks the numbers. */
  public ControllerSnapshot {
    Objects.requireNonNull(bytes);
    if (told < 0 || told > asked) {
      throw new IllegalArgumentException(
          "told (" + told + ") must lie in [0, asked (" + asked + ")].");
    }
  }
}
