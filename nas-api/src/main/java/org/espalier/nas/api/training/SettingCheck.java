package org.espalier.nas.api.training;

import org.espalier.nas.api.InvalidSettingException;

/** Checks of the constants of optimizers and schedules. */
final class SettingCheck {

  private SettingCheck() {}

  static void positive(String name, double value) {
    require(value > 0 && Double.isFinite(value), name, value, "be positive");
  }

  static void notNegative(String name, double value) {
    require(value >= 0 && Double.isFinite(value), name, value, "not be negative");
  }

  /** Requires a number in [0, 1). */
  static void share(String name, double value) {
    require(value >= 0 && value < 1, name, value, "lie in [0, 1)");
  }

  static void require(boolean met, String name, Number value, String rule) {
    if (!met) {
      throw new InvalidSettingException(name, "%s (%s) must %s.".formatted(name, value, rule));
    }
  }
}
