package org.espalier.nas.analysis.comparison;

/** The origin of the measurements of a problem, which states their precision. */
public enum MeasurementSource {
  /** Networks trained for the comparison, which are computed in 32-bit floating-point numbers. */
  TRAINING(Precision.FLOAT_BITS),
  /** A table of results of earlier trainings, which stores 32-bit floating-point numbers. */
  TABLE(Precision.FLOAT_BITS),
  /** A formula; nothing is trained. */
  FORMULA(Precision.FORMULA_BITS);

  private final int bits;

  MeasurementSource(int bits) {
    this.bits = bits;
  }

  /** Returns the number of binary places after the first of a score that are significant. */
  public int bits() {
    return bits;
  }

  private static final class Precision {
    /** The explicit bits of a 32-bit floating-point significand. */
    static final int FLOAT_BITS = 23;

    /**
     * The explicit bits of a 64-bit significand (52) without the last 12, which the rounding errors
     * of a sum of thousands of terms can reach.
     */
    static final int FORMULA_BITS = 40;

    private Precision() {}
  }
}
