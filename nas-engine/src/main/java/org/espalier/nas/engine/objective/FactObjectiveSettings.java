package org.espalier.nas.engine.objective;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an objective that the evaluator states as a fact.
 *
 * @param name name of the fact, such as a column of a table
 * @param goal direction of improvement
 * @param unit unit for display, or null
 * @param reference value that bounds the hypervolume from the worse side, or null
 */
public record FactObjectiveSettings(
    @Description("Name of the fact.") String name,
    @Default("minimize") @Description("Direction of improvement: maximize or minimize.")
        Direction goal,
    @Description("Unit for display.") @Nullable String unit,
    @Description("Value that bounds the hypervolume from the worse side.") @Range("(-inf, inf)")
        @Nullable Double reference) {

  /** Checks the name. */
  public FactObjectiveSettings {
    if (name.isBlank()) {
      throw new InvalidSettingException("name", "name must not be blank.");
    }
    SettingRanges.check(FactObjectiveSettings.class, name, goal, unit, reference);
  }
}
