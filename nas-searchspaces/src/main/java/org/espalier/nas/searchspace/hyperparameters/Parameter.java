package org.espalier.nas.searchspace.hyperparameters;

import org.espalier.nas.api.space.Domain;
import org.jspecify.annotations.Nullable;

/** A hyper-parameter: its values and the condition under which it is asked. */
public sealed interface Parameter
    permits BooleanParameter, CategoricalParameter, IntegerParameter, RealParameter {

  /** Returns the condition under which the parameter is asked; null for always. */
  @Nullable String when();

  /** Returns the values of the parameter, with nothing masked. */
  Domain domain();
}
