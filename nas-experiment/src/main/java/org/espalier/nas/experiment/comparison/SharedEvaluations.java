package org.espalier.nas.experiment.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;

/**
 * The trainings of all searches, so that one search need not repeat those of another one with the
 * same seed.
 *
 * <p>A trial of the same architecture, fidelity and seed on the same data, trained in the same way,
 * gives the same measurements bit for bit; each search is charged for it all the same.
 */
final class SharedEvaluations {

  /**
   * A training.
   *
   * @param context a hash of everything that all trials of an experiment have in common
   * @param architecture the canonical architecture
   * @param fidelity the epochs and the share of the data
   * @param seed the seed of the training
   */
  record Key(String context, String architecture, Fidelity fidelity, long seed) {}

  private final Map<Key, Outcome> known = new ConcurrentHashMap<>();
  private final KeyLocks<Key> locks = new KeyLocks<>();

  /** Returns true if the trials of an experiment are independent and take time. */
  static boolean possible(Experiment experiment, boolean continuesTrials) {
    EvaluatorSettings settings = experiment.evaluatorSettings();
    return settings.dependence().isEmpty() && !settings.instant() && !continuesTrials;
  }

  /** Returns a hash of everything that all trials of an experiment have in common. */
  static String context(Experiment experiment) {
    Map<String, Object> tree = new LinkedHashMap<>(new ExperimentWriter().tree(experiment));
    tree.keySet()
        .retainAll(List.of("dataset", "backbone", "searchSpace", "hyperparameters", "evaluator"));
    return Sha256.of(new ExperimentWriter().text(tree));
  }

  /** Returns the same hash as if the trials were independent of each other. */
  static String independentContext(Experiment experiment) {
    return experiment.evaluatorSettings().independent() instanceof Record settings
        ? context(experiment.withEvaluator(settings))
        : context(experiment);
  }

  /** Returns the key of a trial. */
  static Key key(String context, SearchSpace space, Trial trial) {
    String architecture = text(space, trial.proposal().architecture());
    return new Key(context, architecture, trial.proposal().fidelity(), trial.seed());
  }

  /** Returns the text of an architecture's canonical form. */
  static String text(SearchSpace space, Architecture architecture) {
    return space.canonical(architecture).choices().stream()
        .map(choice -> choice.decision() + "=" + choice.text())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the lock to hold while a trial is evaluated, so that equal ones wait for it. */
  Lock lock(Key key) {
    return locks.of(key);
  }

  /** Returns the outcome of an equal trial; empty if there was none. */
  Optional<Outcome> find(Key key) {
    return Optional.ofNullable(known.get(key));
  }

  /** Keeps the outcome of a trial that used its whole fidelity and continued no other. */
  void remember(Key key, Trial trial, Outcome outcome) {
    if (outcome instanceof Outcome.Completed && trial.proposal().continuedTrial() == null) {
      known.putIfAbsent(key, outcome);
    }
  }

  /** Keeps the outcomes of a stored search. */
  void remember(String context, SearchSpace space, List<TrialResult> results) {
    results.forEach(
        result -> remember(key(context, space, result.trial()), result.trial(), result.outcome()));
  }

  /** Returns the number of outcomes. */
  int size() {
    return known.size();
  }
}
