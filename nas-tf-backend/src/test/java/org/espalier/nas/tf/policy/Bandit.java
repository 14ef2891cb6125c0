package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;

/**
 * A search with a known reward: the similarity of an architecture to a hidden one.
 *
 * @param space the published space of multilayer perceptrons, possibly deeper
 * @param hidden the architecture with the highest reward
 */
record Bandit(SearchSpace space, Architecture hidden) {

  /**
   * Hides an architecture of the greatest length.
   *
   * @param maxLength the length of the longest architecture, including the output layer
   */
  static Bandit of(int maxLength, long seed) {
    MlpSettings published = MlpSettings.published();
    SearchSpace space =
        new MlpSearchSpace(
            new MlpSettings(
                published.nodes(),
                published.activations(),
                published.dropout(),
                published.minLength(),
                maxLength,
                published.dropoutPositions()),
            wine());
    SplittableRandom random = new SplittableRandom(seed);
    Architecture hidden = space.sample(random);
    while (hidden.size() < maxLength) {
      hidden = space.sample(random);
    }
    return new Bandit(space, hidden);
  }

  private static DatasetInfo wine() {
    List<Feature> features = IntStream.range(0, 11).mapToObj(i -> Feature.raw("x" + i)).toList();
    Task task = new Task.Classification("class", List.of("low", "medium", "high"));
    return new DatasetInfo.Tabular("wine", task, TensorShape.of(11), features, Map.of(), "hash");
  }

  /** Returns the share of layers that equal the hidden architecture's at the same place. */
  double graded(Architecture architecture) {
    long equal =
        IntStream.range(0, Math.min(architecture.size(), hidden.size()))
            .filter(i -> architecture.choices().get(i).equals(hidden.choices().get(i)))
            .count();
    return (double) equal / Math.max(architecture.size(), hidden.size());
  }

  /** Returns 1 for the hidden architecture, 0 for any other. */
  double sparse(Architecture architecture) {
    return architecture.equals(hidden) ? 1 : 0;
  }

  /**
   * The record of a search.
   *
   * @param proposals the proposals, in order
   * @param rewards the rewards of the proposals
   * @param diagnostics the diagnostics after each update
   */
  record History(
      List<Proposal> proposals, List<Double> rewards, List<Map<String, Double>> diagnostics) {

    /**
     * Returns the number of the trial that first had this reward, counted from 1; 0 if none had.
     */
    int firstWith(double reward) {
      return rewards.indexOf(reward) + 1;
    }

    /**
     * Returns the mean reward of trials {@code from} (counted from 0) up to, not including, {@code
     * to}.
     */
    double meanReward(int from, int to) {
      return rewards.subList(from, to).stream().mapToDouble(r -> r).average().orElseThrow();
    }

    List<Architecture> architectures() {
      return proposals.stream().map(Proposal::architecture).toList();
    }
  }

  /** Runs a search of at most this many trials. */
  static History run(Controller controller, int trials, ToDoubleFunction<Architecture> reward) {
    History history = new History(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    while (history.proposals().size() < trials) {
      List<Proposal> asked =
          controller.ask(Math.min(controller.batch(), trials - history.proposals().size()));
      if (asked.isEmpty()) {
        break;
      }
      controller.tell(asked.stream().map(proposal -> evaluate(history, proposal, reward)).toList());
      if (!controller.diagnostics().isEmpty()) {
        history.diagnostics().add(controller.diagnostics());
      }
    }
    return history;
  }

  private static TrialResult evaluate(
      History history, Proposal proposal, ToDoubleFunction<Architecture> reward) {
    double value = reward.applyAsDouble(proposal.architecture());
    history.proposals().add(proposal);
    history.rewards().add(value);
    int number = history.proposals().size();
    Outcome outcome =
        new Outcome.Completed(
            List.of(new Measurement(1, Map.of(Measurement.VALIDATION_ACCURACY, value))),
            Account.empty());
    return new TrialResult(new Trial(number, proposal, number, 0), outcome, value);
  }
}
