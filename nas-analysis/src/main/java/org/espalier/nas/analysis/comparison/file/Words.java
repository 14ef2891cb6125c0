package org.espalier.nas.analysis.comparison.file;

import org.espalier.nas.analysis.comparison.Answers;
import org.espalier.nas.analysis.comparison.PairResult.Decision;

/** Values as programs read them. */
final class Words {

  private Words() {}

  /** A number in all its digits; nothing for what is no number. */
  static String of(double number) {
    if (Double.isNaN(number)) {
      return "";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  static String of(Answers answers) {
    return switch (answers) {
      case TRAINED -> "trained";
      case LOOKED_UP -> "looked up";
      case COMPUTED -> "computed";
    };
  }

  static String of(Decision decision) {
    return switch (decision) {
      case FIRST -> "first";
      case SECOND -> "second";
      case UNDECIDED -> "undecided";
    };
  }
}
