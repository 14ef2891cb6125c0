package org.espalier.nas.engine.table;

import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** An evaluator that uses the seeds of a table's plan. */
public final class TrainingOfTable implements Evaluator {
  private final Evaluator evaluator;
  private final TablePlan plan;

  /**
   * Creates the evaluator of one worker.
   *
   * @param evaluator the evaluator of architectures; closed with this one
   */
  public TrainingOfTable(Evaluator evaluator, TablePlan plan) {
    this.evaluator = evaluator;
    this.plan = plan;
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) throws Exception {
    long seed = plan.trainingSeed(trial.number());
    return evaluator.evaluate(
        new Trial(trial.number(), trial.proposal(), seed, trial.informedBy()), progress);
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
