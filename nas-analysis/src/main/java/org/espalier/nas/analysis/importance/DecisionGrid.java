package org.espalier.nas.analysis.importance;

import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * The cells into which PED-ANOVA divides a domain: one an option, and at most 50 of equal width on
 * the scale of a range.
 */
final class DecisionGrid {
  private static final int MOST_CELLS = 50;

  private final Domain domain;
  private final int size;
  private final double low;
  private final double width;

  private DecisionGrid(Domain domain, int size) {
    this.domain = domain;
    this.size = size;
    this.low = domain.scale().position(domain.lowest());
    this.width = (domain.scale().position(domain.highest()) - low) / (size - 1);
  }

  static DecisionGrid of(Domain domain) {
    return new DecisionGrid(
        domain,
        domain.fold(
            (Categorical options) -> options.options().size(),
            DecisionGrid::sizeOf,
            (RealRange reals) -> reals.low() == reals.high() ? 1 : MOST_CELLS));
  }

  private static int sizeOf(IntegerRange integers) {
    if (integers.scale() == Scale.LINEAR) {
      return (int) Math.min(integers.size(), MOST_CELLS);
    }
    double spread = integers.highest() - integers.lowest() + 1;
    return spread == 1
        ? 1
        : Math.min((int) Math.ceil(StrictMath.log(spread) / StrictMath.log(2)) + 1, MOST_CELLS);
  }

  /** Returns the number of cells; 1 if the domain leaves no choice. */
  int size() {
    return size;
  }

  /**
   * Returns the cell of an answer; the lower one if it lies on the boundary of two.
   *
   * @throws IllegalArgumentException if the domain has no such option
   */
  int cell(double number) {
    if (!domain.isNumeric()) {
      if (number < 0 || number >= size) {
        throw new IllegalArgumentException(
            "The option %s is not among the %d options of %s.".formatted(number, size, domain));
      }
      return (int) number;
    }
    if (size == 1) {
      return 0;
    }
    double cell = Math.ceil((domain.scale().position(number) - low) / width - 0.5);
    return (int) Math.max(0, Math.min(size - 1, cell));
  }

  /**
   * Returns the probability of each cell by a Parzen estimator.
   *
   * @param counts number of answers in each cell, at least one in total
   */
  double[] density(int[] counts) {
    return domain.isNumeric() ? ParzenEstimator.ordered(counts) : ParzenEstimator.options(counts);
  }
}
