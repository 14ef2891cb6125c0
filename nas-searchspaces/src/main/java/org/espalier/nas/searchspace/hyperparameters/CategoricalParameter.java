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
 * @param options as they would stand in the experiment file, distinct, at least one
 * @param ordered whether neighbours in the list are alike
 * @param when the condition under which it is asked; null for always
 */
public record CategoricalParameter(
    @Description("The options, as they would stand in the file.") @Example("[sgd, adam]")
        List<String> options,
    @Default("false") @Description("Whether neighbours in the list are alike.") boolean ordered,
    @Description("When it is asked; absent: always.") @Nullable String when)
    implements Parameter {

  /** Checks and copies. */
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
