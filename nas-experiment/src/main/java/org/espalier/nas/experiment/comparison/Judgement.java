package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.experiment.file.Comparison.Score;
import org.espalier.nas.experiment.file.Comparison.Score.Retrain;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.tf.training.TrainingSettings;

/**
 * Where the scores of a problem's searches come from, where the problem does not know them.
 *
 * <p>All arms are judged in the same way: if the networks of one have to be trained anew, for they
 * inherited weights, those of all are.
 *
 * @param score what searches are judged by
 * @param trains whether all arms train networks
 * @param dependent the arms whose trials depend on earlier ones
 * @param measuresTest whether all arms measure the test part in the search
 */
record Judgement(Score score, boolean trains, List<String> dependent, boolean measuresTest) {
  private static final String TEST = "test.";

  /** How the searches of a problem are judged. */
  static Judgement of(LocatedComparison located, String problem) {
    List<Variant> variants =
        located.variants().stream().filter(variant -> variant.problem().equals(problem)).toList();
    List<Object> evaluators = new ArrayList<>();
    List<String> dependent = new ArrayList<>();
    for (Variant variant : variants) {
      Object evaluator = variant.located().experiment().evaluator().config();
      evaluators.add(evaluator);
      if (evaluator instanceof EvaluatorSettings settings && settings.dependence().isPresent()) {
        dependent.add(variant.arm());
      }
    }
    return new Judgement(
        located.comparison().score(),
        evaluators.stream().allMatch(TrainingSettings.class::isInstance),
        List.copyOf(dependent),
        evaluators.stream()
            .allMatch(e -> e instanceof TrainingSettings training && training.measureTest()));
  }

  /** Whether networks that were found are trained anew. */
  boolean retrains() {
    return switch (score.retrain()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          trains && (!dependent.isEmpty() || (score.metric().startsWith(TEST) && !measuresTest));
    };
  }

  /** The most epochs for which a network of an experiment is trained anew. */
  int epochs(Experiment experiment) {
    return score.epochs() == 0 && experiment.evaluator().config() instanceof TrainingSettings own
        ? own.epochs()
        : score.epochs();
  }

  /** Checks that a variant can be judged so. */
  void check(Variant variant) {
    Experiment experiment = variant.located().experiment();
    if (score.retrain() == Retrain.ALWAYS
        && !(experiment.evaluator().config() instanceof TrainingSettings)) {
      throw new InvalidExperimentException(
          variant.located().place("evaluator"),
          "score.retrain (always) needs networks that can be trained anew, but %s trains none; set it to auto."
              .formatted(experiment.evaluator().type()));
    }
  }

  /** What of it changes scores. */
  String identity(Experiment experiment) {
    return retrains() ? "trained anew for " + epochs(experiment) : "";
  }

  /**
   * Where scores come from, for a person.
   *
   * @param experiment of one of the arms
   */
  String text(Experiment experiment) {
    if (retrains()) {
      return "Each network that is the best so far is trained anew to be judged: from scratch, with the same seed in all arms, for at most %d epochs, of which the best on the validation part counts. Costs do not include that."
          .formatted(epochs(experiment));
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

  /** The same for a problem that may know what its architectures are worth. */
  Optional<String> text(Experiment experiment, boolean known) {
    return known ? Optional.empty() : Optional.of(text(experiment));
  }
}
