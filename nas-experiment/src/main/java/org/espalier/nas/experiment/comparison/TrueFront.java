package org.espalier.nas.experiment.comparison;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ParetoFront;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.objective.Valuation;

/**
 * The true front of a problem: the values of the objectives of those feasible architectures that no
 * other dominates.
 *
 * @param valuation the objectives and constraints
 * @param problem the known true values
 * @param fidelity the fidelity of a full trial
 */
record TrueFront(Valuation valuation, KnownProblem problem, Fidelity fidelity) {
  private static final BigInteger MOST = BigInteger.valueOf(1_000_000);

  /**
   * Returns the front of a space.
   *
   * @return the values in the units of the objectives, each combination once; empty if the space
   *     has more than a million architectures, or if the values are not all known
   */
  List<List<Double>> of(SearchSpace space) {
    if (!space.isFinite() || space.count().filter(count -> count.compareTo(MOST) <= 0).isEmpty()) {
      return List.of();
    }
    List<List<Double>> values = new ArrayList<>();
    try (Stream<Architecture> all = space.enumerate()) {
      for (Architecture architecture : (Iterable<Architecture>) all::iterator) {
        Map<String, Double> truth = problem.truth(architecture);
        if (truth.isEmpty()) {
          continue;
        }
        Trial trial = new Trial(1, Proposal.of(architecture, fidelity), 0, 0);
        OptionalDouble violation = violation(trial, truth);
        List<Double> vector = values(trial, truth);
        if (violation.isEmpty() || vector.isEmpty()) {
          return List.of();
        }
        if (violation.getAsDouble() == 0) {
          values.add(vector);
        }
      }
    }
    List<Objective> objectives = valuation.objectives().list();
    return ParetoFront.of(values.stream().map(vector -> losses(objectives, vector)).toList())
        .stream()
        .map(values::get)
        .distinct()
        .toList();
  }

  private OptionalDouble violation(Trial trial, Map<String, Double> truth) {
    double violation = 0;
    for (Constraint constraint : valuation.objectives().constraints()) {
      OptionalDouble value = value(constraint.quantity(), trial, truth);
      if (value.isEmpty()) {
        return value;
      }
      violation += constraint.violation(value.getAsDouble());
    }
    return OptionalDouble.of(violation);
  }

  /** Returns the values of the objectives; empty if one is unknown. */
  private List<Double> values(Trial trial, Map<String, Double> truth) {
    List<Double> values = new ArrayList<>();
    for (Objective objective : valuation.objectives().list()) {
      OptionalDouble value = value(objective.name(), trial, truth);
      if (value.isEmpty()) {
        return List.of();
      }
      values.add(value.getAsDouble());
    }
    return values;
  }

  private OptionalDouble value(String quantity, Trial trial, Map<String, Double> truth) {
    Double known = truth.get(quantity);
    return known == null ? valuation.known(quantity, trial) : OptionalDouble.of(known);
  }

  private static double[] losses(List<Objective> objectives, List<Double> values) {
    double[] losses = new double[values.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = objectives.get(i).loss(values.get(i));
    }
    return losses;
  }
}
