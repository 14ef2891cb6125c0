package org.espalier.nas.engine.stopping;

import org.espalier.nas.api.InvalidSettingException;

/** What the settings of several rules must be. */
final class Checks {

  private Checks() {}

  static void atLeast(int least, String name, int value) {
    if (value < least) {
      throw new InvalidSettingException(
          name, "%s (%d) must be at least %d.".formatted(name, value, least));
    }
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidSettingException(name, name + " (" + value + ") must be finite.");
    }
  }
}
