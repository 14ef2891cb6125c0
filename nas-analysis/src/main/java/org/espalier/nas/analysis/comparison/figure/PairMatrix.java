package org.espalier.nas.analysis.comparison.figure;

import java.util.Optional;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.PairResult.Decision;

/** The results of the tested pairs by row and column of a matrix of arms. */
public final class PairMatrix {

  private final ProblemView view;

  /** Creates the matrix of a problem. */
  public PairMatrix(ProblemView view) {
    this.view = view;
  }

  /** Returns the result of a row against a column; empty if the pair was not tested. */
  public Optional<Cell> cell(String row, String column) {
    for (PairResult pair : view.pairs()) {
      if (pair.first().equals(row) && pair.second().equals(column)) {
        return Optional.of(new Cell(pair.a12(), pair.adjusted(), outcome(pair, true)));
      }
      if (pair.first().equals(column) && pair.second().equals(row)) {
        return Optional.of(new Cell(1 - pair.a12(), pair.adjusted(), outcome(pair, false)));
      }
    }
    return Optional.empty();
  }

  private static Outcome outcome(PairResult pair, boolean asFirst) {
    if (pair.decision() == Decision.UNDECIDED) {
      return Outcome.UNDECIDED;
    }
    return (pair.decision() == Decision.FIRST) == asFirst ? Outcome.BETTER : Outcome.WORSE;
  }

  /** The decision about the arm of a row. */
  public enum Outcome {
    /** It is significantly better. */
    BETTER,
    /** It is significantly worse. */
    WORSE,
    /** There is no significant difference. */
    UNDECIDED
  }

  /**
   * The result of the arm of a row against the arm of a column.
   *
   * @param a12 probability that the arm of the row is better
   * @param adjusted adjusted p-value
   * @param outcome decision
   */
  public record Cell(double a12, double adjusted, Outcome outcome) {}
}
