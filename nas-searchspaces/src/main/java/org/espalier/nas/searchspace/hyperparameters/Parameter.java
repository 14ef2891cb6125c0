package org.espalier.nas.searchspace.hyperparameters;

import org.espalier.nas.api.space.Domain;
import org.jspecify.annotations.Nullable;

/** A hyper-parameter: which values it may have, and when it is asked at all. */
public sealed interface Parameter
    permits BooleanParameter, CategoricalParameter, IntegerParameter, RealParameter {

  /** The condition under which it is asked; null for always. */
  @Nullable String when();

  /** The values from which it is chosen where nothing is masked. */
  Domain domain();
}
