package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;

/**
 * A bound on a quantity of a trial, such as {@code parameters <= 1e6}.
 *
 * @param quantity name of an objective, a metric or a fact
 * @param upper true if the bound is the greatest feasible value, false if it is the least
 * @param bound the bound, finite
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Constraint(String quantity, boolean upper, double bound) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([^\\s<>=]+)\\s*(<=|>=)\\s*([^\\s<>=]+)\\s*");

  /**
   * Returns the constraint that a text states.
   *
   * @param text a name, {@code <=} or {@code >=}, and a number
   * @throws InvalidSettingException if the text has another form
   */
  public static Constraint parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      try {
        double bound = Double.parseDouble(matcher.group(3));
        if (Double.isFinite(bound)) {
          return new Constraint(matcher.group(1), matcher.group(2).equals("<="), bound);
        }
      } catch (NumberFormatException noNumber) {
        // The message below says what is wanted.
      }
    }
    throw new InvalidSettingException(
        "constraints",
        "constraints (%s) must have the form NAME <= NUMBER or NAME >= NUMBER, such as parameters <= 1e6."
            .formatted(text));
  }

  /**
   * Returns the amount by which a value violates this constraint, relative to the bound.
   *
   * @return 0 if the value is feasible; infinity if it is NaN
   */
  public double violation(double value) {
    double excess = upper ? value - bound : bound - value;
    if (Double.isNaN(excess)) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(0, excess) / (bound == 0 ? 1 : Math.abs(bound));
  }

  /** Returns the constraint as a text that {@link #parse} reads. */
  @Override
  public String toString() {
    return quantity + (upper ? " <= " : " >= ") + shown(bound);
  }

  private static String shown(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
