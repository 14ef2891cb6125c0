package org.espalier.nas.searchspace.hyperparameters;

import java.util.Objects;
import org.espalier.nas.api.space.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A parameter with what is asked about it.
 *
 * @param symbol the parameter
 * @param decision how it is asked with nothing masked
 * @param condition when it is asked; null for always
 */
record AskedParameter(Symbol symbol, Decision decision, @Nullable Expression condition) {

  AskedParameter {
    Objects.requireNonNull(symbol);
    Objects.requireNonNull(decision);
  }

  String name() {
    return symbol.name();
  }

  /** The place of its value among those of all parameters. */
  int index() {
    return symbol.index();
  }

  /** Whether it is asked; a condition on what was not asked does not hold. */
  boolean asked(double[] values) {
    return condition == null || condition.value(values) == 1;
  }
}
