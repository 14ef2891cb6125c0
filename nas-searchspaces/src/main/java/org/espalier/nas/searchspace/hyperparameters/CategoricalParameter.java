package org.espalier.nas.searchspace.hyperparameters;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Domain;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is one of a list of options.
 *
 * @param options the options as written in the experiment file, distinct, at least one
 * @param ordered true if neighbours in the list are alike
 * @param when the condition under which the parameter is asked; null for always
 */
public record CategoricalParameter(
    @Description("Options, as written in the experiment file.") @Example("[sgd, adam]")
        List<String> options,
    @Default("false") @Description("Treat neighbours in the list as alike.") boolean ordered,
    @Description("Condition under which it is asked; always if absent.") @Nullable String when)
    implements Parameter {

  /** Checks and copies the options. */
  public CategoricalParameter {
    options = List.copyOf(options);
    if (options.isEmpty()) {
      throw new InvalidSettingException(
          "options", "options must hold at least one option; it is empty.");
    }
    Set<String> seen = new HashSet<>();
    for (String option : options) {
      if (!seen.add(option)) {
        throw new InvalidSettingException(
            "options", "options " + options + " holds " + option + " twice; leave one out.");
      }
    }
  }

  @Override
  public Domain domain() {
    return ordered ? Categorical.ordered(options) : Categorical.of(options);
  }
}
