package org.espalier.nas.analysis.statistics;

/** Nice numbers for graph labels (Heckbert 1990): 1, 2 and 5 times a power of ten. */
public final class NiceNumber {

  private NiceNumber() {}

  /**
   * Returns the smallest nice number that is not less than {@code size}.
   *
   * @param size positive and finite
   */
  public static double ceiling(double size) {
    double power = Math.pow(10, Math.floor(Math.log10(size)));
    for (double factor : new double[] {1, 2, 5}) {
      if (size <= factor * power * (1 + 1e-12)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
