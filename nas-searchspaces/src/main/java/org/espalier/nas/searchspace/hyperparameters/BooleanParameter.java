package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Domain;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is true or false.
 *
 * @param when the condition under which the parameter is asked; null for always
 */
public record BooleanParameter(
    @Description("Condition under which it is asked; always if absent.") @Nullable String when)
    implements Parameter {

  /** The options, in their order. */
  static final List<String> OPTIONS = List.of("false", "true");

  @Override
  public Domain domain() {
    return Categorical.of(OPTIONS);
  }
}
