package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The objectives and constraints of an experiment.
 *
 * @param list the stated objectives, with different names; empty if the experiment has a reward
 *     alone
 * @param scalarised true if a scalarisation makes one reward of the objectives, which is then what
 *     controllers maximise
 * @param constraints bounds that a trial must keep to be feasible
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Objectives(List<Objective> list, boolean scalarised, List<Constraint> constraints) {

  /** Checks the names, and copies. */
  public Objectives {
    list = List.copyOf(list);
    constraints = List.copyOf(constraints);
    Set<String> names = new HashSet<>();
    for (Objective objective : list) {
      if (!names.add(objective.name())) {
        throw new InvalidSettingException(
            "objectives",
            "objectives must have different names, but two are named %s. Leave one of them out."
                .formatted(objective.name()));
      }
    }
  }

  /** Returns the objectives of an experiment that maximises its reward. */
  public static Objectives reward() {
    return new Objectives(List.of(), false, List.of());
  }

  /** Returns true if trials are compared by several values, so that a search has a front. */
  public boolean several() {
    return !scalarised && list.size() > 1;
  }

  /** Returns the number of values by which a controller compares two trials. */
  public int compared() {
    return several() ? list.size() : 1;
  }

  /**
   * Returns the values by which a controller compares trials, as losses.
   *
   * @param result the result of a trial that did not fail
   * @return {@link #compared} numbers, of which less is better: minus the reward, or one for each
   *     objective
   */
  public double[] losses(TrialResult result) {
    if (!several()) {
      return new double[] {-result.reward().orElseThrow()};
    }
    double[] losses = new double[list.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = list.get(i).loss(result.objectives().get(i));
    }
    return losses;
  }

  /**
   * Returns the sum of the amounts by which a trial violates the constraints, each relative to its
   * bound.
   *
   * @return 0 if the trial is feasible; infinity if a constrained quantity was not measured
   */
  public double violation(Outcome outcome) {
    double sum = 0;
    for (Constraint constraint : constraints) {
      OptionalDouble value = value(constraint.quantity(), outcome);
      // A trial that was refused before its evaluation has no measurements.
      if (value.isPresent() || !outcome.measurements().isEmpty()) {
        sum += constraint.violation(value.orElse(Double.NaN));
      }
    }
    return sum;
  }

  /**
   * Returns a quantity of a trial: the fact of this name, or else the metric in the last epoch.
   * Facts include the value of every objective that is not such a metric.
   *
   * @return empty if there is neither
   */
  public static OptionalDouble value(String quantity, Outcome outcome) {
    Double fact = outcome.account().figures().get(quantity);
    if (fact != null) {
      return OptionalDouble.of(fact);
    }
    List<Measurement> measured = outcome.measurements();
    return measured.isEmpty()
        ? OptionalDouble.empty()
        : measured.get(measured.size() - 1).metric(quantity);
  }

  /** Returns the objectives by which controllers compare trials: the stated ones, or the reward. */
  public List<Objective> comparedList() {
    return several() ? list : List.of(Objective.of(Objective.REWARD, Direction.MAXIMIZE));
  }
}
