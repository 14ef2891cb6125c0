package org.espalier.nas.controller.domination;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Values by which constrained domination compares a trial (Deb et al. 2002, section VI).
 *
 * @param losses one finite number for each objective, of which less is better; empty unless the
 *     trial is feasible
 * @param violation amount by which the trial violates the constraints: 0 if it is feasible, a
 *     positive finite number if not, infinity if it failed for another reason
 */
public record TrialQuality(List<Double> losses, double violation) {

  /** Checks that a trial has losses if and only if it is feasible. */
  public TrialQuality {
    losses = List.copyOf(losses);
    if (!(violation >= 0) || losses.isEmpty() == (violation == 0)) {
      throw new IllegalArgumentException(
          "A trial has losses (%s) if and only if its violation (%s) is 0."
              .formatted(losses, violation));
    }
  }

  /** Returns the quality of a result; a trial without the values to compare counts as failed. */
  public static TrialQuality of(TrialResult result, Objectives objectives) {
    if (isValued(result, objectives)) {
      return new TrialQuality(Arrays.stream(objectives.losses(result)).boxed().toList(), 0);
    }
    if (result.outcome() instanceof Outcome.Failed failed
        && failed.cause() == FailureCause.INFEASIBLE) {
      double violation = objectives.violation(failed);
      return new TrialQuality(
          List.of(), Math.max(Double.MIN_VALUE, Math.min(Double.MAX_VALUE, violation)));
    }
    return new TrialQuality(List.of(), Double.POSITIVE_INFINITY);
  }

  private static boolean isValued(TrialResult result, Objectives objectives) {
    return result.succeeded()
        && (objectives.several()
            ? result.objectives().size() == objectives.compared()
            : result.reward().isPresent());
  }

  /** Returns true if the trial did not fail and violates no constraint. */
  public boolean isFeasible() {
    return violation == 0;
  }

  /** Returns true if the trial has neither losses nor a known violation. */
  public boolean isFailed() {
    return violation == Double.POSITIVE_INFINITY;
  }

  /** Returns the losses as an array of its own. */
  double[] vector() {
    return losses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Writes the quality, as part of a snapshot. */
  public void write(DataOutputStream out) throws IOException {
    out.writeDouble(violation);
    out.writeInt(losses.size());
    for (double loss : losses) {
      out.writeDouble(loss);
    }
  }

  /** Reads a written quality. */
  public static TrialQuality read(DataInputStream in) throws IOException {
    double violation = in.readDouble();
    List<Double> losses = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      losses.add(in.readDouble());
    }
    return new TrialQuality(losses, violation);
  }
}
