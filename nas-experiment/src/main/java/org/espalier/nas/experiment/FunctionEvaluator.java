package org.espalier.nas.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** An evaluator that calls a function. */
final class FunctionEvaluator implements Evaluator {
  private final TrialFunction function;

  FunctionEvaluator(TrialFunction function) {
    this.function = function;
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) throws Exception {
    RunningTrial running = new RunningTrial(trial, progress);
    Map<String, Double> metrics = function.evaluate(running);
    if (running.measured().isEmpty() && !metrics.isEmpty()) {
      running.report(running.epochs(), metrics);
    }
    return running.measured().isEmpty()
        ? Outcome.Failed.of(
            FailureCause.EXCEPTION,
            "The function returned no metrics for trial %d and reported none; return at least one."
                .formatted(trial.number()))
        : new Outcome.Completed(completed(running.measured(), metrics), Account.empty());
  }

  /** Adds the final metrics to the last step that was reported. */
  private static List<Measurement> completed(
      List<Measurement> measured, Map<String, Double> metrics) {
    List<Measurement> completed = new ArrayList<>(measured);
    Measurement last = completed.remove(completed.size() - 1);
    Map<String, Double> all = new TreeMap<>(last.metrics());
    all.putAll(metrics);
    completed.add(new Measurement(last.step(), all));
    return completed;
  }
}
