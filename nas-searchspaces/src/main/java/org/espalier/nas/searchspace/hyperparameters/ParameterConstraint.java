package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import java.util.Objects;

/**
 * A condition that parameters must fulfil together.
 *
 * @param source its text
 * @param rule the expression that must be true
 * @param symbols the parameters that it names
 */
record ParameterConstraint(ExpressionSource source, Expression rule, List<Symbol> symbols) {

  ParameterConstraint {
    Objects.requireNonNull(source);
    Objects.requireNonNull(rule);
    symbols = List.copyOf(symbols);
  }

  static ParameterConstraint of(ExpressionSource source, Expression rule) {
    return new ParameterConstraint(source, rule, Expression.named(rule));
  }

  /**
   * Returns true if the constraint holds; it does not apply if a parameter that was not asked would
   * decide it.
   */
  boolean holds(double[] values) {
    double truth = rule.value(values);
    return Double.isNaN(truth)
        ? symbols.stream().anyMatch(symbol -> Double.isNaN(values[symbol.index()]))
        : truth == 1;
  }
}
