package org.espalier.nas.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A stand-in for the study: asks a controller, rewards its proposals, and tells them one by one.
 */
public final class Trials {
  private final ToDoubleFunction<Architecture> reward;
  private final List<Proposal> proposals = new ArrayList<>();
  private final List<Double> rewards = new ArrayList<>();

  /**
   * Creates a study.
   *
   * @param reward the reward of an architecture; NaN for a failed trial
   */
  public Trials(ToDoubleFunction<Architecture> reward) {
    this.reward = reward;
  }

  /** Returns everything proposed so far, in order. */
  public List<Proposal> proposals() {
    return proposals;
  }

  /** Returns the architectures proposed so far, in order. */
  public List<Architecture> architectures() {
    return proposals.stream().map(Proposal::architecture).toList();
  }

  /** Returns the rewards told so far, in order. */
  public List<Double> rewards() {
    return rewards;
  }

  /** Runs until {@code total} trials were proposed and told, or the search is over. */
  public Trials run(Controller controller, int total) {
    while (proposals.size() < total) {
      List<Proposal> asked = controller.ask(Math.min(controller.batch(), total - proposals.size()));
      if (asked.isEmpty()) {
        break;
      }
      proposals.addAll(asked);
      while (rewards.size() < proposals.size()) {
        tellNext(controller);
      }
    }
    return this;
  }

  /** Asks for up to {@code count} proposals. */
  public List<Proposal> ask(Controller controller, int count) {
    List<Proposal> asked = controller.ask(count);
    proposals.addAll(asked);
    return asked;
  }

  /** Tells the result of the earliest trial that was not told yet. */
  public void tellNext(Controller controller) {
    int number = rewards.size() + 1;
    Proposal proposal = proposals.get(number - 1);
    double value = reward.applyAsDouble(proposal.architecture());
    rewards.add(value);
    controller.tell(List.of(result(new Trial(number, proposal, number, number - 1), value)));
  }

  private static TrialResult result(Trial trial, double value) {
    if (Double.isNaN(value)) {
      return new TrialResult(trial, Outcome.Failed.of(FailureCause.DIVERGED, "loss is NaN"), null);
    }
    Outcome outcome =
        new Outcome.Completed(
            List.of(new Measurement(1, Map.of(Measurement.VALIDATION_ACCURACY, value))),
            Account.empty());
    return new TrialResult(trial, outcome, value);
  }
}
