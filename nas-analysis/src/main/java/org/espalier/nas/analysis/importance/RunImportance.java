package org.espalier.nas.analysis.importance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The importance of the decisions of a run for its reward, or for one of its objectives.
 *
 * <p>It is computed from the completed trials of the highest fidelity: values of stopped trials and
 * of lower fidelities are not comparable with theirs.
 *
 * @param target name of the objective; {@link #REWARD} for the reward
 * @param shares share of each decision in the sum of the importances, in descending order; empty if
 *     there is a problem
 * @param trials number of trials analysed
 * @param top number of those in the top tenth; more than a tenth if values are equal
 * @param problem the reason why there is no result, a sentence; empty if there is a result
 */
public record RunImportance(
    String target, Map<String, Double> shares, int trials, int top, String problem) {

  /** The target of a run with one reward. */
  public static final String REWARD = "reward";

  /** Number of trials in the top tenth from which on there is a result. */
  public static final int LEAST_TOP = 5;

  /** Copies, keeping the order. */
  public RunImportance {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /**
   * Returns the importances for the reward, or for each of several objectives.
   *
   * @param history the trials
   * @param decisions the decisions of the search space, with nothing masked; domains of those that
   *     are missing are taken from the answers of the trials
   */
  public static List<RunImportance> of(StudyHistory history, List<Decision> decisions) {
    List<TrialResult> trials = comparable(history);
    Map<String, Decision> byName =
        DecisionDomains.of(trials.stream().map(RunImportance::architecture).toList(), decisions);
    if (!history.several()) {
      return List.of(of(REWARD, trials, byName, result -> -result.reward().orElseThrow()));
    }
    List<Objective> objectives = history.objectives();
    return IntStream.range(0, objectives.size())
        .mapToObj(
            i ->
                of(
                    objectives.get(i).name(),
                    trials,
                    byName,
                    result -> objectives.get(i).loss(result.objectives().get(i))))
        .toList();
  }

  private static List<TrialResult> comparable(StudyHistory history) {
    List<TrialResult> completed =
        history.results().stream()
            .filter(result -> result.outcome() instanceof Outcome.Completed)
            .filter(
                result ->
                    history.several()
                        ? !result.objectives().isEmpty()
                        : result.reward().isPresent())
            .toList();
    double highest = completed.stream().mapToDouble(RunImportance::training).max().orElse(0);
    return completed.stream().filter(result -> training(result) == highest).toList();
  }

  private static double training(TrialResult result) {
    Fidelity fidelity = result.trial().proposal().fidelity();
    return fidelity.epochs() * fidelity.dataFraction();
  }

  private static Architecture architecture(TrialResult result) {
    return result.trial().proposal().architecture();
  }

  private static RunImportance of(
      String target,
      List<TrialResult> trials,
      Map<String, Decision> decisions,
      ToDoubleFunction<TrialResult> loss) {
    Importances importances =
        PedAnova.ofTopTenth()
            .importances(
                trials.stream()
                    .map(result -> observation(result, decisions, loss.applyAsDouble(result)))
                    .toList());
    String problem = problem(importances);
    return new RunImportance(
        target,
        problem.isEmpty() ? importances.shares() : Map.of(),
        importances.trials(),
        importances.top(),
        problem);
  }

  private static Observation observation(
      TrialResult result, Map<String, Decision> decisions, double loss) {
    return new Observation(
        loss,
        architecture(result).choices().stream()
            .map(
                choice ->
                    new Observation.Answer(
                        Objects.requireNonNull(decisions.get(choice.decision())), choice.number()))
            .toList());
  }

  private static String problem(Importances importances) {
    if (importances.top() < LEAST_TOP) {
      return "The top tenth of %d completed trials has %d; importances need %d."
          .formatted(importances.trials(), importances.top(), LEAST_TOP);
    }
    if (importances.top() == importances.region()) {
      return "All %d completed trials have the same value.".formatted(importances.trials());
    }
    return importances.values().values().stream().allMatch(value -> value == 0)
        ? "No decision has more than one answer."
        : "";
  }
}
