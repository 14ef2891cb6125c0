package org.espalier.nas.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A simulation that calls a controller in the order of a study: after the start and after each
 * result it asks for as many trials as the lag allows, and tells results in the order of the
 * trials.
 */
final class AskTellSimulation {
  private final Controller controller;
  private final Plan plan;
  private final List<Proposal> proposals;
  private final Deque<Trial> outstanding;
  private boolean mayAsk;

  /**
   * The plan of a simulated search.
   *
   * @param lag the number of trials that may be outstanding
   * @param budget the total number of trials
   * @param told the number of results to tell at once, if as many are outstanding
   * @param evaluation the result of each trial
   */
  record Plan(int lag, int budget, int told, Function<Trial, TrialResult> evaluation) {

    /** Creates a plan in which results are told one by one. */
    Plan(int lag, int budget, Function<Trial, TrialResult> evaluation) {
      this(lag, budget, 1, evaluation);
    }
  }

  /** Starts a search. */
  AskTellSimulation(Controller controller, Plan plan) {
    this(controller, plan, List.of(), List.of(), true);
  }

  private AskTellSimulation(
      Controller controller,
      Plan plan,
      List<Proposal> proposals,
      Iterable<Trial> outstanding,
      boolean mayAsk) {
    this.controller = controller;
    this.plan = plan;
    this.proposals = new ArrayList<>(proposals);
    this.outstanding = new ArrayDeque<>();
    outstanding.forEach(this.outstanding::add);
    this.mayAsk = mayAsk;
  }

  /** Returns the same search at the same point, to be continued by another controller. */
  AskTellSimulation continuedBy(Controller other) {
    return new AskTellSimulation(other, plan, proposals, outstanding, mayAsk);
  }

  /** Asks or tells once; returns false if the search is over. */
  boolean step() {
    int room = Math.min(plan.lag() - outstanding.size(), plan.budget() - proposals.size());
    if (mayAsk && room > 0) {
      ask(room);
      return true;
    }
    if (outstanding.isEmpty()) {
      return false;
    }
    List<TrialResult> results = new ArrayList<>();
    while (results.size() < plan.told() && !outstanding.isEmpty()) {
      results.add(plan.evaluation().apply(outstanding.remove()));
    }
    controller.tell(List.copyOf(results));
    mayAsk = true;
    return true;
  }

  private void ask(int room) {
    List<Proposal> answer = controller.ask(room);
    if (answer.size() > room) {
      throw new AssertionError(
          "ask(%d) must not be answered with %d proposals.".formatted(room, answer.size()));
    }
    int told = proposals.size() - outstanding.size();
    for (Proposal proposal : answer) {
      proposals.add(proposal);
      int number = proposals.size();
      outstanding.add(new Trial(number, proposal, number, told));
    }
    mayAsk = false;
  }

  /** Runs to the end. */
  AskTellSimulation run() {
    while (step()) {
      // Each step is one call of the controller.
    }
    return this;
  }

  /** Returns the proposals so far: trial k is the element at k − 1. */
  List<Proposal> proposals() {
    return List.copyOf(proposals);
  }

  /** Returns the trials without a result. */
  List<Trial> outstanding() {
    return List.copyOf(outstanding);
  }
}
