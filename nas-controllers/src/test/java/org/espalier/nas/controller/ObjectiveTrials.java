package org.espalier.nas.controller;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** A stand-in for the study of two objectives, both minimised, the second at most 100. */
public final class ObjectiveTrials {
  /** The objectives of such studies. */
  public static final Objectives OBJECTIVES =
      new Objectives(
          List.of(
              Objective.of("first", Direction.MINIMIZE),
              Objective.of("second", Direction.MINIMIZE)),
          false,
          List.of(new Constraint("second", true, 100)));

  private final Function<Architecture, double[]> values;
  private final List<Proposal> proposals = new ArrayList<>();
  private int told;

  /**
   * Creates a study.
   *
   * @param values the objectives of an architecture; none for a failed trial
   */
  public ObjectiveTrials(Function<Architecture, double[]> values) {
    this.values = values;
  }

  /** Returns the sum of the options' numbers. */
  public static double sum(Architecture architecture) {
    return architecture.choices().stream().mapToDouble(Choice::number).sum();
  }

  /** Returns the architectures proposed so far, in order. */
  public List<Architecture> architectures() {
    return proposals.stream().map(Proposal::architecture).toList();
  }

  /** Returns the proposals so far, in order. */
  public List<Proposal> proposals() {
    return proposals;
  }

  /** Returns the objectives of an architecture. */
  public List<Double> of(Architecture architecture) {
    return Arrays.stream(values.apply(architecture)).boxed().toList();
  }

  /** Runs until {@code total} trials were proposed and told, or the search is over. */
  public ObjectiveTrials run(Controller controller, int total) {
    while (proposals.size() < total
        && !ask(controller, Math.min(controller.batch(), total - proposals.size())).isEmpty()) {
      tellAll(controller);
    }
    return this;
  }

  /** Asks for up to {@code count} proposals. */
  public List<Proposal> ask(Controller controller, int count) {
    List<Proposal> asked = controller.ask(count);
    proposals.addAll(asked);
    return asked;
  }

  /** Tells the results of all trials that were not told yet. */
  public void tellAll(Controller controller) {
    while (told < proposals.size()) {
      tellNext(controller);
    }
  }

  /** Tells the result of the earliest trial that was not told yet. */
  public void tellNext(Controller controller) {
    controller.tell(List.of(result(new Trial(told + 1, proposals.get(told), told + 1, told))));
    told++;
  }

  private TrialResult result(Trial trial) {
    List<Double> numbers = of(trial.proposal().architecture());
    if (numbers.isEmpty()) {
      return new TrialResult(trial, Outcome.Failed.of(FailureCause.DIVERGED, "loss is NaN"), null);
    }
    int epochs = trial.proposal().fidelity().epochs();
    List<Measurement> measured = List.of(new Measurement(epochs, Map.of("first", numbers.get(0))));
    Account account = new Account(Map.of("second", numbers.get(1)), Map.of());
    if (numbers.get(1) > 100) {
      return new TrialResult(
          trial, new Outcome.Failed(measured, account, FailureCause.INFEASIBLE, "too large"), null);
    }
    return new TrialResult(trial, new Outcome.Completed(measured, account), null, numbers);
  }
}
