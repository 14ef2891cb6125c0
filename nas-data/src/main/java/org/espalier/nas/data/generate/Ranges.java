package org.espalier.nas.data.generate;

import org.espalier.nas.api.InvalidSettingException;

/** Minimums of generator settings that depend on other settings. */
final class Ranges {

  private Ranges() {}

  /** Rejects a whole number below a minimum. */
  static void atLeast(long minimum, String setting, int value) {
    if (value < minimum) {
      throw new InvalidSettingException(
          setting, "%s (%d) must be at least %d.".formatted(setting, value, minimum));
    }
  }
}
