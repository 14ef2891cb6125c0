package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.objective.HypervolumeCurve;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ReferenceScale;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.Experiment;

/**
 * The score of a search with several objectives: the hypervolume of its front, after each trial. A
 * trial that enlarges it is the incumbent.
 *
 * <p>Only trials of equal fidelity share a front. If the true values are known, the front consists
 * of those of the trials that enlarged the front that the search saw.
 */
final class FrontScore {
  /** Name of the score. */
  static final String METRIC = "hypervolume";

  private final ReferenceScale scale;

  private FrontScore(ReferenceScale scale) {
    this.scale = scale;
  }

  /** Returns true if an experiment of a comparison is scored by its front. */
  static boolean applies(Comparison comparison, Experiment experiment) {
    return experiment.objectives().size() > 1
        && comparison.score().metric().equals(MetricChoice.AUTO);
  }

  /**
   * Returns the score of objectives.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if one has no reference
   */
  static FrontScore of(List<Objective> objectives) {
    return new FrontScore(new ReferenceScale(objectives));
  }

  /** Returns the trials with the hypervolumes after each. */
  List<TrialPoint> points(List<TrialResult> results, Evaluator evaluator, boolean instant) {
    Map<Integer, HypervolumeCurve> told = new HashMap<>();
    Map<Integer, HypervolumeCurve> known = new HashMap<>();
    Map<Integer, Double> seen = new HashMap<>();
    Map<Integer, Double> scores = new HashMap<>();
    List<TrialPoint> points = new ArrayList<>();
    for (TrialResult result : results) {
      int fidelity = result.trial().proposal().fidelity().epochs();
      Double reward = null;
      Double score = null;
      List<Double> values = List.of();
      if (!result.objectives().isEmpty()) {
        values = truth(result, evaluator);
        double before = seen.getOrDefault(fidelity, 0.0);
        reward = curve(told, fidelity).add(scale.losses(result.objectives()));
        if (reward > before || !scores.containsKey(fidelity)) {
          scores.put(fidelity, curve(known, fidelity).add(scale.losses(values)));
        }
        seen.put(fidelity, reward);
        score = scores.get(fidelity);
      }
      points.add(
          new TrialPoint(
              result.trial().number(),
              fidelity,
              reward,
              score,
              result.trainedEpochs(),
              ScoreTransform.seconds(result, instant),
              null,
              values));
    }
    return points;
  }

  private HypervolumeCurve curve(Map<Integer, HypervolumeCurve> curves, int fidelity) {
    return curves.computeIfAbsent(fidelity, key -> new HypervolumeCurve(scale.reference()));
  }

  /** Returns the values of the objectives, true ones where they are known. */
  private List<Double> truth(TrialResult result, Evaluator evaluator) {
    if (!(evaluator instanceof KnownProblem known)) {
      return result.objectives();
    }
    Map<String, Double> truth = known.truth(result.trial().proposal().architecture());
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < scale.objectives().size(); i++) {
      String name = scale.objectives().get(i).name();
      values.add(truth.getOrDefault(name, result.objectives().get(i)));
    }
    return values;
  }
}
