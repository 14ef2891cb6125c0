package org.espalier.nas.analysis.comparison.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.markup.Capitalization;
import org.espalier.nas.analysis.markup.NumberFormat;

/**
 * The parts of sentences about comparisons: beginnings, counts, lists and probabilities.
 *
 * @param place {@code On wine, }; empty for a single problem
 * @param alpha significance level of the tests
 */
public record Sentences(String place, double alpha) {

  private static final double LEAST_P = 1e-4;

  static Sentences of(ProblemRecord problem, ComparisonRecord comparison) {
    String place = comparison.problems().size() > 1 ? "On " + problem.name() + ", " : "";
    return new Sentences(place, comparison.protocol().alpha());
  }

  /** Returns a sentence that begins with a name, whose case is kept. */
  String named(String sentence) {
    return place + sentence;
  }

  /** Returns a sentence that begins with a word in lower case. */
  String plain(String sentence) {
    return place.isEmpty() ? Capitalization.of(sentence) : place + sentence;
  }

  /** Returns {@code p = 0.0003}, rounded so that it stays on its side of alpha. */
  String p(double p) {
    if (p < LEAST_P) {
      return "p < 0.0001";
    }
    BigDecimal exact = new BigDecimal(p);
    for (int digits = 2; ; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (digits > 9 || (rounded.doubleValue() <= alpha) == (p <= alpha)) {
        return "p = " + rounded.stripTrailingZeros().toPlainString();
      }
    }
  }

  /** Returns {@code about 1,300}, rounded up to two digits. */
  static String about(int count) {
    BigDecimal rounded = BigDecimal.valueOf(count).round(new MathContext(2, RoundingMode.CEILING));
    return "about " + NumberFormat.whole(rounded.longValue());
  }

  /** Returns a fraction as a percentage: {@code 95 %}. */
  public static String percent(double share) {
    return number(100 * share) + "\u00A0%";
  }

  /** Returns {@code 0.05}. */
  static String number(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** Returns {@code 1 seed} or {@code 30 searches}. */
  static String count(int count, String thing) {
    String ending = count == 1 ? "" : thing.endsWith("ch") ? "es" : "s";
    return NumberFormat.whole(count) + " " + thing + ending;
  }

  /** Returns {@code tpe, random and grid}. */
  static String and(List<String> names) {
    return joined(names, ", ", " and ");
  }

  /** Joins items, with another separator before the last. */
  static String joined(List<String> items, String separator, String beforeLast) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(separator, items.subList(0, last)) + beforeLast + items.get(last);
  }

  /** Returns the blocks of a rank test: {@code 4 problems} or {@code 30 seeds}. */
  public static String blocks(Ranks ranks) {
    String thing = ranks.blocks() == Ranks.Blocks.PROBLEMS ? "problem" : "seed";
    return count(ranks.count(), thing);
  }

  /** Returns the cost units of problems: {@code trials of full fidelity}. */
  public static String costUnits(Collection<ProblemRecord> problems) {
    return problems.stream()
        .map(problem -> problem.costUnit().label())
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
