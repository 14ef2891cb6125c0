package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A quantity by which a search compares finished trials.
 *
 * @param name name for display and in constraints, unique in an experiment: {@code
 *     validation.accuracy}, {@code parameters}, {@code latency}
 * @param direction direction of improvement
 * @param unit unit of the values, such as {@code ms}; empty if they have none
 * @param reference value that bounds the hypervolume from the worse side, finite; null if none is
 *     stated
 * @param reproducible true if the same seed gives the same values; false for a measured time
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Objective(
    String name,
    Direction direction,
    String unit,
    @Nullable Double reference,
    boolean reproducible) {

  /** Name of the objective of an experiment that states none: its reward. */
  public static final String REWARD = "reward";

  /** Checks the name and the reference. */
  public Objective {
    Objects.requireNonNull(direction);
    Objects.requireNonNull(unit);
    if (name.isBlank()) {
      throw new InvalidSettingException("name", "name must not be blank.");
    }
    if (reference != null && !Double.isFinite(reference)) {
      throw new InvalidSettingException(
          "reference", "reference (%s) must be a finite number.".formatted(reference));
    }
  }

  /** Returns a reproducible objective without unit and reference. */
  public static Objective of(String name, Direction direction) {
    return new Objective(name, direction, "", null, true);
  }

  /** Returns this objective with another reference; null for none. */
  public Objective withReference(@Nullable Double other) {
    return new Objective(name, direction, unit, other, reproducible);
  }

  /** Returns a value of this objective as a loss, of which less is better. */
  public double loss(double value) {
    // Without the sum, the loss of 0 would be -0, which is another number to a comparison.
    return direction == Direction.MINIMIZE ? value : -value + 0.0;
  }

  /** Returns true if the first value is better than the second. */
  public boolean better(double first, double second) {
    return loss(first) < loss(second);
  }

  /** Returns the name, with the unit in brackets if there is one: {@code latency (ms)}. */
  public String title() {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }
}
