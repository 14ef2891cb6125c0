package org.espalier.nas.problem;

import org.espalier.nas.api.InvalidSettingException;

/**
 * How a formula shows itself in the measurements of a trial.
 *
 * @param noise standard deviation of what is added to each measurement
 * @param epochs after how many of them the bias is gone
 * @param bias how much worse at most a measurement is before
 */
record Showing(double noise, int epochs, double bias) {

  Showing {
    check(noise, epochs, bias);
  }

  /** Checks the settings with these names. */
  static void check(double noise, int epochs, double bias) {
    requireNotNegative("noise", noise);
    requireNotNegative("bias", bias);
    if (epochs <= 0) {
      throw new InvalidSettingException("epochs", "epochs (" + epochs + ") must be positive.");
    }
  }

  private static void requireNotNegative(String setting, double value) {
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw new InvalidSettingException(
          setting, setting + " (" + value + ") must be finite and not negative.");
    }
  }
}
