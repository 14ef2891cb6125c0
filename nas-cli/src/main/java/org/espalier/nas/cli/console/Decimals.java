package org.espalier.nas.cli.console;

import java.util.Locale;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The number format of rewards and metrics in the terminal. */
public final class Decimals {
  private static final double SCIENTIFIC_FROM = 1e9;
  private static final double SCIENTIFIC_BELOW = 1e-4;

  private static final double MOST_WHOLE = 1e15;

  private Decimals() {}

  /**
   * Returns a value with four decimals, {@code 0.9310}, or with five significant digits if it is
   * too large or too small for these: {@code -1.2346e34}, {@code 3e-9}.
   */
  public static String of(double value) {
    double size = Math.abs(value);
    boolean fits = size == 0 || (size >= SCIENTIFIC_BELOW && size < SCIENTIFIC_FROM);
    return fits || !Double.isFinite(value)
        ? String.format(Locale.ROOT, "%.4f", value)
        : NumberFormat.scientific(value, step(size)).replace('\u2212', '-');
  }

  /**
   * Returns an integer with separated thousands, {@code 1,073,466}, and another value as {@link
   * #of}.
   */
  public static String ofQuantity(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : of(value);
  }

  private static double step(double size) {
    return Math.max(Double.MIN_VALUE, Math.pow(10, Math.floor(Math.log10(size)) - 4));
  }
}
