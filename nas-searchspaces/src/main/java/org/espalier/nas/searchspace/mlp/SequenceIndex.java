package org.espalier.nas.searchspace.mlp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/**
 * A numbering of the sequences of a space whose masks depend on the position alone and in which the
 * last option ends the sequence.
 *
 * <p>The number of ways to complete a sequence depends on its length alone, so that one pass over
 * the positions from the last to the first counts them exactly.
 */
final class SequenceIndex {
  private final List<Decision> decisions;
  private final int end;

  /** The number of ways to continue from position i, counted from 0. */
  private final BigInteger[] completions;

  /**
   * Counts the sequences.
   *
   * @param decisions the masked decision at each position, the last of which allows {@code end}
   *     only
   * @param end the index of the last option, which ends a sequence
   */
  SequenceIndex(List<Decision> decisions, int end) {
    this.decisions = decisions;
    this.end = end;
    completions = new BigInteger[decisions.size() + 1];
    completions[decisions.size()] = BigInteger.ZERO;
    for (int position = decisions.size() - 1; position >= 0; position--) {
      BigInteger sum = BigInteger.ZERO;
      for (int option : allowed(position)) {
        sum = sum.add(after(position, option));
      }
      completions[position] = sum;
    }
  }

  /** Returns the number of sequences. */
  BigInteger size() {
    return completions[0];
  }

  /**
   * Returns the sequence with this number; numbers are in the lexicographic order of the options.
   *
   * @param number from 0 (included) to {@link #size()} (excluded)
   */
  Architecture architecture(BigInteger number) {
    if (number.signum() < 0 || number.compareTo(size()) >= 0) {
      throw new IllegalArgumentException(
          "number (" + number + ") must lie in [0, " + size() + ").");
    }
    List<Choice> choices = new ArrayList<>();
    BigInteger left = number;
    for (int position = 0; ; position++) {
      List<Integer> allowed = allowed(position);
      BigInteger each = completions[position + 1];
      int ranked = each.signum() == 0 ? 0 : left.divide(each).min(last(allowed)).intValueExact();
      int option = allowed.get(ranked);
      choices.add(decisions.get(position).choose(option));
      if (option == end) {
        return new Architecture(choices);
      }
      left = left.subtract(each.multiply(BigInteger.valueOf(ranked)));
    }
  }

  private static BigInteger last(List<Integer> allowed) {
    return BigInteger.valueOf(allowed.size() - 1L);
  }

  private BigInteger after(int position, int option) {
    return option == end ? BigInteger.ONE : completions[position + 1];
  }

  private List<Integer> allowed(int position) {
    return ((Categorical) decisions.get(position).domain()).allowed();
  }
}
