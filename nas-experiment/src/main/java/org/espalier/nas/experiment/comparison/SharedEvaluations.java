package org.espalier.nas.experiment.comparison;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.Sha256;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;

/**
 * What was trained in one search and need not be trained again in another one with the same seed.
 *
 * <p>A trial of the same architecture, fidelity and seed on the same data, trained in the same way,
 * gives the same measurements bit for bit; each search is charged for it all the same.
 */
final class SharedEvaluations {

  /**
   * A training.
   *
   * @param context everything that is the same for all trials of an experiment
   * @param architecture the canonical architecture
   * @param fidelity how much is trained
   * @param seed from which the training draws
   */
  record Key(String context, String architecture, Fidelity fidelity, long seed) {}

  private static final String EVALUATOR = "evaluator";

  private final Map<Key, Outcome> known = new ConcurrentHashMap<>();

  /** Whether the trials of an experiment stand for themselves, so that others can use them. */
  static boolean possible(Experiment experiment, boolean continuesTrials) {
    boolean alone =
        !(experiment.evaluator().config() instanceof EvaluatorSettings settings)
            || (settings.dependence().isEmpty() && !settings.instant());
    return alone && !continuesTrials;
  }

  /** What all trials of an experiment have in common. */
  static String context(Experiment experiment) {
    return hash(tree(experiment));
  }

  /** The same, if trials had nothing from each other. */
  static String contextOfItsOwn(Experiment experiment) {
    Map<String, Object> tree = tree(experiment);
    if (tree.get(EVALUATOR) instanceof Map<?, ?> evaluator) {
      Map<Object, Object> alone = new LinkedHashMap<>(evaluator);
      alone.remove("sharing");
      tree.put(EVALUATOR, alone);
    }
    return hash(tree);
  }

  private static Map<String, Object> tree(Experiment experiment) {
    Map<String, Object> tree = new LinkedHashMap<>(new ExperimentWriter().tree(experiment));
    tree.keySet().retainAll(List.of("dataset", "searchSpace", "hyperparameters", EVALUATOR));
    return tree;
  }

  private static String hash(Map<String, Object> tree) {
    return Sha256.of(new ExperimentWriter().text(tree).getBytes(StandardCharsets.UTF_8));
  }

  /** The key of a trial. */
  static Key key(String context, SearchSpace space, Trial trial) {
    String architecture = text(space, trial.proposal().architecture());
    return new Key(context, architecture, trial.proposal().fidelity(), trial.seed());
  }

  /** An architecture as all that mean the same are written. */
  static String text(SearchSpace space, Architecture architecture) {
    return space.canonical(architecture).choices().stream()
        .map(choice -> choice.decision() + "=" + choice.text())
        .collect(Collectors.joining("\n"));
  }

  /** What came of an equal trial; empty if there was none. */
  Optional<Outcome> find(Key key) {
    return Optional.ofNullable(known.get(key));
  }

  /** Remembers how a trial ended, if it used its whole fidelity and continued no other. */
  void remember(Key key, Trial trial, Outcome outcome) {
    if (outcome instanceof Outcome.Completed && trial.proposal().continuedTrial().isEmpty()) {
      known.putIfAbsent(key, outcome);
    }
  }

  /** Remembers the results of a search that was stored. */
  void remember(String context, SearchSpace space, List<TrialResult> results) {
    results.forEach(
        result -> remember(key(context, space, result.trial()), result.trial(), result.outcome()));
  }

  /** How many are known. */
  int size() {
    return known.size();
  }
}
