package org.espalier.nas.engine.objective.scalarisation;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * Settings of a penalised objective.
 *
 * @param objective name of the objective, or {@code first}
 * @param limits bounds on other objectives, of the form {@code NAME <= NUMBER}
 * @param factor penalty of a violation by the size of the bound
 */
public record PenaltySettings(
    @Default("first") @Description("Name of the objective that counts; first: the first.")
        String objective,
    @Description("Bounds on other objectives, such as parameters <= 1e6.")
        @Example("[parameters <= 1e6]")
        List<String> limits,
    @Default("1")
        @Description("Penalty of a violation by the size of the bound.")
        @Range("(0, inf)")
        double factor) {

  /** Checks and copies. */
  public PenaltySettings {
    limits = List.copyOf(limits);
    if (limits.isEmpty()) {
      throw new InvalidSettingException(
          "limits", "limits must state at least one bound, such as parameters <= 1e6.");
    }
    for (String limit : limits) {
      try {
        Constraint unused = Constraint.parse(limit);
      } catch (InvalidSettingException malformed) {
        throw new InvalidSettingException(
            "limits",
            "limits (%s) must have the form NAME <= NUMBER or NAME >= NUMBER.".formatted(limit));
      }
    }
    SettingRanges.check(PenaltySettings.class, objective, limits, factor);
  }
}
