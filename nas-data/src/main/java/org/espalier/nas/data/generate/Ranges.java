package org.espalier.nas.data.generate;

import org.espalier.nas.api.InvalidSettingException;

/** Checks of the generators' settings. */
final class Ranges {

  private Ranges() {}

  /** A whole number that must be at least a minimum. */
  static void atLeast(long minimum, String setting, int value) {
    if (value < minimum) {
      throw new InvalidSettingException(
          setting, "%s (%d) must be at least %d.".formatted(setting, value, minimum));
    }
  }

  /** A finite number that must not be negative. */
  static void notNegative(String setting, double value) {
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw new InvalidSettingException(
          setting, "%s (%s) must not be negative.".formatted(setting, value));
    }
  }

  /** A finite number that must be positive. */
  static void positive(String setting, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new InvalidSettingException(
          setting, "%s (%s) must be positive.".formatted(setting, value));
    }
  }

  /** A share. */
  static void share(String setting, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new InvalidSettingException(
          setting, "%s (%s) must lie in [0, 1).".formatted(setting, value));
    }
  }
}
