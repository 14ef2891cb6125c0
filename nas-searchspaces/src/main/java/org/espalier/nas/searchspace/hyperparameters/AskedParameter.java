package org.espalier.nas.searchspace.hyperparameters;

import java.util.Objects;
import org.espalier.nas.api.space.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A parameter with its decision and condition.
 *
 * @param symbol the parameter
 * @param decision its decision, with nothing masked
 * @param condition the condition under which the parameter is asked; null for always
 */
record AskedParameter(Symbol symbol, Decision decision, @Nullable Expression condition) {

  AskedParameter {
    Objects.requireNonNull(symbol);
    Objects.requireNonNull(decision);
  }

  String name() {
    return symbol.name();
  }

  /** Returns the index of its value among those of all parameters. */
  int index() {
    return symbol.index();
  }

  /**
   * Returns true if the parameter is asked; a condition on a parameter that was not asked does not
   * hold.
   */
  boolean asked(double[] values) {
    return condition == null || condition.value(values) == 1;
  }
}
