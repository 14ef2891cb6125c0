package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;

/**
 * Values of objectives as losses, of which those of minimised objectives are relative to their
 * references: a share of the largest time or size that counts. The hypervolume of an accuracy and a
 * share is a number between 0 and 1.
 *
 * @param objectives objectives with a reference
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ReferenceScale(List<Objective> objectives) {

  /**
   * Copies.
   *
   * @throws InvalidSettingException if an objective has no reference
   */
  public ReferenceScale {
    objectives = List.copyOf(objectives);
    for (Objective objective : objectives) {
      if (objective.reference() == null) {
        throw new InvalidSettingException(
            "objectives",
            "objectives: %s needs a reference, the worst value that still counts; fronts are compared by the hypervolume up to it."
                .formatted(objective.name()));
      }
    }
  }

  /** Returns true if all of these objectives have a reference. */
  public static boolean applies(List<Objective> objectives) {
    return !objectives.isEmpty()
        && objectives.stream().allMatch(objective -> objective.reference() != null);
  }

  /**
   * Returns the values of a trial as scaled losses.
   *
   * @param values one value for each objective, in its unit
   */
  public double[] losses(List<Double> values) {
    double[] losses = new double[objectives.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = scaled(objectives.get(i), values.get(i));
    }
    return losses;
  }

  /** Returns the reference point as scaled losses. */
  public double[] reference() {
    return losses(objectives.stream().map(ReferenceScale::reference).toList());
  }

  private static double scaled(Objective objective, double value) {
    double size = Math.abs(reference(objective));
    return objective.direction() == Direction.MAXIMIZE || size == 0
        ? objective.loss(value)
        : value / size;
  }

  private static double reference(Objective objective) {
    return Objects.requireNonNull(objective.reference());
  }
}
