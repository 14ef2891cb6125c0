package org.espalier.nas.analysis.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.espalier.nas.analysis.markup.Figures;

/**
 * How sentences of a verdict begin, count and name probabilities.
 *
 * @param place {@code On wine, }, or nothing if there is one problem only
 * @param alpha the error rate of the tests
 */
record Sentences(String place, double alpha) {

  private static final double LEAST_P = 1e-4;

  static Sentences of(ProblemRecord problem, ComparisonRecord comparison) {
    String place = comparison.problems().size() > 1 ? "On " + problem.name() + ", " : "";
    return new Sentences(place, comparison.protocol().alpha());
  }

  /** A sentence that begins with a name, which keeps its case. */
  String named(String sentence) {
    return place + sentence;
  }

  /** A sentence that begins with an ordinary word in lower case. */
  String plain(String sentence) {
    return place.isEmpty()
        ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
        : place + sentence;
  }

  /** {@code p = 0.0003}, with so many digits that it is on its own side of alpha. */
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

  /** {@code about 1,300}: rounded up to two digits. */
  static String about(int count) {
    BigDecimal rounded = BigDecimal.valueOf(count).round(new MathContext(2, RoundingMode.CEILING));
    return "about " + Figures.whole(rounded.longValue());
  }

  /** {@code 95 %}. */
  static String percent(double share) {
    return number(100 * share) + "\u00A0%";
  }

  /** {@code 0.05}. */
  static String number(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** {@code 1 seed}, {@code 30 searches}. */
  static String count(int count, String thing) {
    String ending = count == 1 ? "" : thing.endsWith("ch") ? "es" : "s";
    return Figures.whole(count) + " " + thing + ending;
  }

  /** {@code tpe, random and grid}. */
  static String and(List<String> names) {
    return joined(names, ", ", " and ");
  }

  /** Several with a separator of its own before the last. */
  static String joined(List<String> items, String separator, String beforeLast) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(separator, items.subList(0, last)) + beforeLast + items.get(last);
  }
}
