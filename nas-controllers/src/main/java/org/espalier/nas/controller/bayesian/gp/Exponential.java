package org.espalier.nas.controller.bayesian.gp;

/**
 * The exponential function of numbers that are not positive, to a relative error of 1e-15: a power
 * of 2 to 32nds from a table, times a polynomial (Tang 1989).
 *
 * <p>It is built of elementary operations only, so that it has the same bits on every machine, and
 * is several times faster than {@code FastMath.exp}.
 */
final class Exponential {
  private static final int PARTS = 32;
  private static final double PARTS_BY_LN_2 = PARTS / StrictMath.log(2);
  private static final double LEAST = -700;

  /** The first 21 bits of ln 2 / 32, whose product with a small integer is exact. */
  private static final double HIGH = 0x1.62e42p-6;

  /** The other bits of ln 2 / 32. */
  private static final double LOW = 0x1.fdf473de6af28p-27;

  private static final double[] POWERS = powers();

  private Exponential() {}

  private static double[] powers() {
    double[] powers = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      powers[i] = StrictMath.pow(2, (double) i / PARTS);
    }
    return powers;
  }

  /**
   * Returns e to the power of a number.
   *
   * @param number at most 0; below −700 the result is 0
   */
  static double of(double number) {
    if (number < LEAST) {
      return 0;
    }
    int parts = (int) (number * PARTS_BY_LN_2 - 0.5);
    double r = (number - parts * HIGH) - parts * LOW;
    double square = r * r;
    double series =
        r + square * (0.5 + r * (1.0 / 6) + square * (1.0 / 24 + r * (1.0 / 120) + square / 720));
    double part = POWERS[parts & (PARTS - 1)];
    double power = Double.longBitsToDouble((long) ((parts >> 5) + 1023) << 52);
    return (part + part * series) * power;
  }
}
