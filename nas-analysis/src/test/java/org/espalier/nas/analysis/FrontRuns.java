package org.espalier.nas.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.analysis.report.RunReport;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** Runs with several objectives. */
public final class FrontRuns {
  /** The accuracy, with a reference. */
  public static final Objective ACCURACY =
      new Objective("validation.accuracy", Direction.MAXIMIZE, "", 0.0, true);

  /** The number of parameters, with a reference. */
  public static final Objective PARAMETERS =
      new Objective("parameters", Direction.MINIMIZE, "", 1000.0, true);

  /** A measured latency, without a reference. */
  public static final Objective LATENCY =
      new Objective("latency", Direction.MINIMIZE, "ms", null, false);

  private FrontRuns() {}

  /** A trial without reward, whose latency has a spread of 10 %. */
  public static TrialResult trial(int number, double... values) {
    return trial(number, null, values);
  }

  /** A trial with the reward of a scalarisation. */
  public static TrialResult trial(int number, @Nullable Double reward, double[] values) {
    Proposal proposal =
        Proposal.of(ExampleRuns.layers("(" + number + ", relu)"), Fidelity.epochs(10));
    return new TrialResult(
        new Trial(number, proposal, number, number - 1),
        new Outcome.Completed(
            List.of(new Measurement(10, Map.of("validation.accuracy", values[0]))),
            new Account(Map.of("latency.spread", 0.1), Map.of())),
        reward,
        Arrays.stream(values).boxed().toList());
  }

  /** A trial that violates a constraint, before its evaluation. */
  public static TrialResult infeasible(int number) {
    Proposal proposal = Proposal.of(ExampleRuns.layers("(9, relu)"), Fidelity.epochs(10));
    return new TrialResult(
        new Trial(number, proposal, number, number - 1),
        Outcome.Failed.of(FailureCause.INFEASIBLE, "The trial violates parameters <= 5."),
        null);
  }

  /**
   * Seven trials by accuracy and parameters: 1, 3, 4 and 6 are in the front, 3 is its knee, 5
   * equals 4, 2 and 7 are dominated.
   */
  public static List<TrialResult> two() {
    List<TrialResult> trials = new ArrayList<>();
    trials.add(trial(1, 0.5, 100));
    trials.add(trial(2, 0.4, 200));
    trials.add(trial(3, 0.8, 150));
    trials.add(trial(4, 0.9, 500));
    trials.add(trial(5, 0.9, 500));
    trials.add(trial(6, 0.85, 300));
    trials.add(trial(7, 0.1, 900));
    return trials;
  }

  /** A history of trials. */
  public static StudyHistory history(List<Objective> objectives, List<TrialResult> trials) {
    return new StudyHistory(objectives, trials, new TreeMap<>());
  }

  /** The report of a run of trials. */
  public static RunReport report(List<Objective> objectives, List<TrialResult> trials) {
    return new RunReport(
        "front",
        "1",
        "finished",
        1,
        "no data",
        "highest validation.accuracy, lowest parameters",
        ExampleRuns.accuracy(),
        history(objectives, trials),
        List.of(),
        Duration.ZERO,
        "name: front\n",
        Map.of());
  }
}
