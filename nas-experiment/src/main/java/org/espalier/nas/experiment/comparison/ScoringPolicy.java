package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.experiment.file.Comparison.Score;
import org.espalier.nas.experiment.file.Comparison.Score.Retrain;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.wiring.MetricCheck;
import org.jspecify.annotations.Nullable;

/**
 * The source of the scores of a problem's searches, where the problem does not know them: the
 * searches themselves, or a retraining.
 *
 * <p>All arms are scored in the same way: if the networks of one arm have to be retrained because
 * they inherited weights, those of all arms are.
 *
 * @param score score settings of the comparison
 * @param trains true if the evaluators of all arms offer a final trainer
 * @param dependent arms whose trials depend on earlier trials
 * @param measuresTest true if all arms measure the test part during the search
 */
record ScoringPolicy(Score score, boolean trains, List<String> dependent, boolean measuresTest) {
  private static final String TEST = "test.";

  /** Returns the policy for a problem of a comparison. */
  static ScoringPolicy of(LocatedComparison located, String problem) {
    List<EvaluatorSettings> evaluators = new ArrayList<>();
    List<String> dependent = new ArrayList<>();
    for (Variant variant : located.variants()) {
      if (variant.problem().equals(problem)) {
        EvaluatorSettings evaluator = variant.located().experiment().evaluatorSettings();
        evaluators.add(evaluator);
        if (evaluator.dependence().isPresent()) {
          dependent.add(variant.arm());
        }
      }
    }
    return new ScoringPolicy(
        located.comparison().score(),
        evaluators.stream().allMatch(evaluator -> evaluator.finalTrainer().isPresent()),
        List.copyOf(dependent),
        evaluators.stream().allMatch(EvaluatorSettings::measuresTestPart));
  }

  /** Returns true if the networks that the searches found are retrained. */
  boolean retrains() {
    return switch (score.retrain()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          trains && (!dependent.isEmpty() || (score.metric().startsWith(TEST) && !measuresTest));
    };
  }

  /** Returns the maximum number of epochs for which a network of an experiment is retrained. */
  int epochs(Experiment experiment) {
    return score.epochs() == 0 ? experiment.evaluatorSettings().standaloneEpochs() : score.epochs();
  }

  /**
   * Checks that the policy applies to a variant.
   *
   * @throws InvalidExperimentException if its networks must be retrained and cannot be
   */
  void check(Variant variant) {
    Experiment experiment = variant.located().experiment();
    if (retrains() && experiment.objectives().size() > 1) {
      throw new InvalidExperimentException(
          variant.located().place("objectives"),
          "score.retrain (%s) retrains networks for one score, but the searches have fronts of several objectives. Set score.retrain to never, or name a metric in score.metric."
              .formatted(score.retrain().name().toLowerCase(Locale.ROOT)));
    }
    if (score.retrain() == Retrain.ALWAYS
        && experiment.evaluatorSettings().finalTrainer().isEmpty()) {
      throw new InvalidExperimentException(
          variant.located().place("evaluator"),
          "score.retrain (always) needs networks that can be trained again, but the evaluator %s offers no final trainer; set it to auto."
              .formatted(experiment.evaluator().type()));
    }
  }

  /**
   * Checks the metric of the scores.
   *
   * @param task task of the variant's data; null if they have not been read
   * @throws InvalidExperimentException if it is not measured
   */
  void checkMetric(Variant variant, @Nullable Task task) {
    LocatedExperiment located = variant.located();
    MetricCheck measured = MetricCheck.of(located, task, false);
    MetricCheck check = retrains() ? measured.withTestPart() : measured;
    String problem =
        score.metric().equals(MetricChoice.AUTO)
            ? ""
            : check.problem("score.metric", List.of(score.metric()));
    if (!problem.isEmpty()) {
      throw new InvalidExperimentException(located.place("evaluator"), problem);
    }
  }

  /** Returns the facts that change the scores of an experiment. */
  String identity(Experiment experiment) {
    return retrains() ? "retrained for " + epochs(experiment) : "";
  }

  /**
   * Returns the source of the scores, for display.
   *
   * @param experiment the experiment of one of the arms
   */
  String text(Experiment experiment) {
    if (retrains()) {
      return "Each network that is the best so far is retrained for its score: from scratch, with the same seed in all arms, for at most %s, of which the best on the validation part counts. Costs do not include that."
          .formatted(Counts.of(epochs(experiment), "epoch"));
    }
    String text = "They are measured in the searches themselves";
    if (!score.metric().startsWith(TEST)) {
      text += ", which is optimistic: the maximum was selected";
    }
    return dependent.isEmpty()
        ? text + "."
        : text
            + ". In %s trials depend on earlier ones, for example start from their weights: these scores are not comparable with others."
                .formatted(String.join(", ", dependent));
  }

  /** Returns the same for a problem that may know the true scores; empty if it does. */
  Optional<String> text(Experiment experiment, boolean known) {
    return known ? Optional.empty() : Optional.of(text(experiment));
  }
}
