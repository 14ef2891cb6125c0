package org.espalier.nas.engine.objective.scalarisation;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;

/** The position of an objective that a setting names. */
final class ObjectiveIndex {
  private ObjectiveIndex() {}

  /** Returns the position of a named objective, or of the first of a direction for auto. */
  static int of(String setting, String name, Direction wanted, Objectives objectives) {
    List<Objective> list = objectives.list();
    for (int i = 0; i < list.size(); i++) {
      boolean found =
          name.equals("auto") ? list.get(i).direction() == wanted : list.get(i).name().equals(name);
      if (found) {
        return i;
      }
    }
    List<String> names = list.stream().map(Objective::name).toList();
    throw new InvalidSettingException(
        setting,
        name.equals("auto")
            ? "%s (auto) needs an objective that is %s, but the objectives are %s. Add one, or name another."
                .formatted(setting, wanted == Direction.MAXIMIZE ? "maximised" : "minimised", names)
            : "%s (%s) must be one of the objectives %s.".formatted(setting, name, names));
  }

  /** Checks that a list has a number for each objective. */
  static void requireEach(String setting, List<Double> numbers, Objectives objectives) {
    if (numbers.size() != objectives.list().size()) {
      throw new InvalidSettingException(
          setting,
          "%s (%s) must have one number for each of the objectives %s."
              .formatted(
                  setting, numbers, objectives.list().stream().map(Objective::name).toList()));
    }
  }
}
