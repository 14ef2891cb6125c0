package org.espalier.nas.engine.store;

import java.util.Objects;

/**
 * The controller as it was after an ask.
 *
 * @param asked the trials up to this number had been proposed
 * @param told the results of the trials up to this number had been told
 * @param bytes the controller's own form of its state; not copied
 */
// An array in a record: it is handed through and never compared.
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
