package org.espalier.nas.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ParetoFront;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.run.ShownMetric;
import org.jspecify.annotations.Nullable;

/**
 * The best of the trials so far: the highest reward, or the front and the best value of each
 * objective. Not thread-safe.
 */
public final class BestSoFar {
  private final List<Objective> objectives;
  private final List<TrialResult> seen = new ArrayList<>();
  private final ParetoFront front = new ParetoFront();
  private final @Nullable Double[] values;
  private @Nullable Double reward;

  /**
   * Creates the best of no trials.
   *
   * @param objectives the stated objectives; empty if the reward is the only one
   */
  public BestSoFar(List<Objective> objectives) {
    this.objectives = List.copyOf(objectives);
    this.values = new Double[objectives.size()];
  }

  /** Adds a trial. One that was added before changes nothing. */
  public void add(TrialResult result) {
    Double value = result.value();
    if (value != null && (reward == null || value > reward)) {
      reward = value;
    }
    if (result.objectives().isEmpty() || objectives.isEmpty() || isKnown(result)) {
      return;
    }
    double[] losses = new double[values.length];
    for (int i = 0; i < losses.length; i++) {
      double own = result.objectives().get(i);
      Double best = values[i];
      values[i] = best == null || objectives.get(i).better(own, best) ? Double.valueOf(own) : best;
      losses[i] = objectives.get(i).loss(own);
    }
    if (front.add(losses)) {
      seen.add(result);
    }
  }

  /** A resumed study tells stored results again; dominated ones do not enter the front twice. */
  private boolean isKnown(TrialResult result) {
    return seen.stream()
        .anyMatch(
            other ->
                other.trial().number() == result.trial().number()
                    || other.objectives().equals(result.objectives()));
  }

  /**
   * Returns the best as a part of a line, with a separator before it: {@code " \u00b7 best 0.93"},
   * or {@code " \u00b7 front 5 \u00b7 highest accuracy 0.93"}; empty without a value.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (reward != null && objectives.size() != 1) {
      text.append(" \u00b7 best ").append(Decimals.of(reward));
    }
    if (objectives.size() > 1 && !front.indices().isEmpty()) {
      text.append(" \u00b7 front ").append(front.indices().size());
    }
    for (int i = 0; i < values.length; i++) {
      Double value = values[i];
      if (value != null) {
        text.append(" \u00b7 ")
            .append(objectives.get(i).direction() == Direction.MAXIMIZE ? "highest " : "lowest ")
            .append(ShownMetric.title(objectives.get(i).title()))
            .append(' ')
            .append(Decimals.ofQuantity(value));
      }
    }
    return text.toString();
  }
}
