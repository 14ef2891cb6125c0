package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.Incumbents;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * A retraining of the networks that searches found, so that those of all arms are scored alike,
 * whatever weights they started from in the search.
 *
 * <p>A network has the same seed in all arms, and is trained once for all of them.
 */
final class Retraining {

  private record Key(String context, String architecture, int epochs, long seed) {}

  private final ScoringPolicy policy;
  private final boolean sameLuck;
  private final Interruption interruption;
  private final ResultsByKey<Key, Map<String, Double>> results = new ResultsByKey<>();

  /**
   * Creates the training.
   *
   * @param sameLuck true if a network has the same seed in all arms
   */
  Retraining(ScoringPolicy policy, boolean sameLuck, Interruption interruption) {
    this.policy = policy;
    this.sameLuck = sameLuck;
    this.interruption = interruption;
  }

  /** Returns true if networks are retrained. */
  boolean wanted() {
    return policy.retrains();
  }

  /**
   * Scores the trials of a search that were the best so far.
   *
   * @param points the trials
   * @param architectures the architectures of the trials
   * @return all trials, of which only the best so far have a score; empty if interrupted
   * @throws NasException if a network cannot be trained
   */
  Optional<List<TrialPoint>> judge(
      Experiment experiment,
      ExperimentGraph graph,
      ScoreTransform scale,
      List<TrialPoint> points,
      List<Architecture> architectures) {
    List<TrialPoint> incumbents = Incumbents.of(points);
    List<TrialPoint> judged = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      TrialPoint point = points.get(i);
      Double score = null;
      if (incumbents.contains(point)) {
        Map<String, Double> metrics = metrics(experiment, graph, architectures.get(i));
        if (interruption.asked()) {
          return Optional.empty();
        }
        score = scale.required(metrics);
      }
      judged.add(point.withScore(score));
    }
    return Optional.of(judged);
  }

  private Map<String, Double> metrics(
      Experiment experiment, ExperimentGraph graph, Architecture architecture) {
    String text = SharedEvaluations.text(graph.searchSpace(), architecture);
    String purpose = (sameLuck ? "retrain " : "retrain in " + experiment.name() + " ") + text;
    long seed = new RandomStreams(experiment.seed()).seed(purpose, 0);
    Key key =
        new Key(
            SharedEvaluations.independentContext(experiment),
            text,
            policy.epochs(experiment),
            seed);
    return results.get(
        key,
        () -> interruption.asked() ? Map.of() : train(experiment, graph, architecture, key),
        trained -> !interruption.asked());
  }

  private Map<String, Double> train(
      Experiment experiment, ExperimentGraph graph, Architecture architecture, Key key) {
    FinalTrainer trainer =
        graph
            .finalTrainer()
            .orElseThrow(
                () ->
                    new NasException(
                        "The evaluator %s of %s offers no final trainer; set score.retrain to never."
                            .formatted(experiment.evaluator().type(), experiment.name())));
    return trainer
        .train(
            architecture,
            key.epochs(),
            key.seed(),
            measurement -> interruption.asked() ? Directive.STOP : Directive.CONTINUE)
        .metrics();
  }
}
