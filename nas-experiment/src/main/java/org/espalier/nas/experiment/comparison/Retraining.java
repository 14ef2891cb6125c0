package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.analysis.comparison.Incumbents;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.tf.export.TrainedModel;
import org.espalier.nas.tf.training.FinalTraining;
import org.espalier.nas.tf.training.TrainingSettings;

/**
 * Trains the networks anew that searches found, so that those of all arms are judged alike,
 * whatever weights they began with in the search.
 *
 * <p>A network has the same seed in all arms, and is trained once for all of them.
 */
final class Retraining {

  private record Key(String context, String architecture, int epochs, long seed) {}

  private final Judgement judgement;
  private final boolean sameLuck;
  private final Interruption interruption;
  private final Map<Key, Map<String, Double>> known = new ConcurrentHashMap<>();

  /**
   * Creates the training.
   *
   * @param sameLuck whether a network has the same seed in all arms
   */
  Retraining(Judgement judgement, boolean sameLuck, Interruption interruption) {
    this.judgement = judgement;
    this.sameLuck = sameLuck;
    this.interruption = interruption;
  }

  /** Whether there is anything to do. */
  boolean wanted() {
    return judgement.retrains();
  }

  /**
   * Judges the trials of a search that were the best so far.
   *
   * @param points the trials
   * @param architectures those of the trials
   * @return the trials, of which only these have a score; empty if it was interrupted
   * @throws NasException if a network cannot be trained
   */
  Optional<List<TrialPoint>> judge(
      Experiment experiment,
      ExperimentGraph graph,
      ScoreScale scale,
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
            SharedEvaluations.contextOfItsOwn(experiment),
            text,
            judgement.epochs(experiment),
            seed);
    Map<String, Double> before = known.get(key);
    if (before != null) {
      return before;
    }
    Map<String, Double> metrics = train(experiment, graph, architecture, key);
    if (!interruption.asked()) {
      known.put(key, metrics);
    }
    return metrics;
  }

  private Map<String, Double> train(
      Experiment experiment, ExperimentGraph graph, Architecture architecture, Key key) {
    TrainingSettings settings = (TrainingSettings) experiment.evaluator().config();
    TrainedModel model =
        new FinalTraining(settings, graph.searchSpace(), graph.dataset().orElseThrow())
            .train(
                architecture,
                key.epochs(),
                key.seed(),
                measurement -> interruption.asked() ? Directive.STOP : Directive.CONTINUE);
    Map<String, Double> metrics =
        new TreeMap<>(model.history().get(model.bestEpoch() - 1).metrics());
    metrics.putAll(model.testMetrics());
    return metrics;
  }
}
