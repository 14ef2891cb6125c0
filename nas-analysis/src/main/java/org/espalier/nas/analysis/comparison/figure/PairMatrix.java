package org.espalier.nas.analysis.comparison.figure;

import java.util.Optional;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.PairResult.Decision;

/** Looks up what was tested of two arms, from the side of either. */
public final class PairMatrix {

  private final ProblemView view;

  /** Looks into the pairs of a problem. */
  public PairMatrix(ProblemView view) {
    this.view = view;
  }

  /** What the arm of a row comes to against that of a column; empty if that was not tested. */
  public Optional<Cell> cell(String row, String column) {
    for (PairResult pair : view.pairs()) {
      if (pair.first().equals(row) && pair.second().equals(column)) {
        return Optional.of(new Cell(pair.a12(), pair.adjusted(), verdict(pair, true)));
      }
      if (pair.first().equals(column) && pair.second().equals(row)) {
        return Optional.of(new Cell(1 - pair.a12(), pair.adjusted(), verdict(pair, false)));
      }
    }
    return Optional.empty();
  }

  private static Verdict verdict(PairResult pair, boolean asFirst) {
    if (pair.decision() == Decision.UNDECIDED) {
      return Verdict.UNDECIDED;
    }
    return (pair.decision() == Decision.FIRST) == asFirst ? Verdict.BETTER : Verdict.WORSE;
  }

  /** What is decided of a row's arm. */
  public enum Verdict {
    /** It is better. */
    BETTER,
    /** It is worse. */
    WORSE,
    /** These seeds cannot tell. */
    UNDECIDED
  }

  /**
   * A row's arm against a column's.
   *
   * @param a12 the chance that the row's is better
   * @param adjusted the adjusted p
   * @param verdict what is decided
   */
  public record Cell(double a12, double adjusted, Verdict verdict) {}
}
