package org.espalier.nas.engine.table;

import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** An evaluator that uses the seeds of a table's trainings. */
public final class TrainingOfTable implements Evaluator {
  private final Evaluator evaluator;
  private final TrainingSeeds seeds;

  /**
   * Creates the evaluator of one worker.
   *
   * @param evaluator the evaluator of architectures; closed with this one
   */
  public TrainingOfTable(Evaluator evaluator, TrainingSeeds seeds) {
    this.evaluator = evaluator;
    this.seeds = seeds;
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) throws Exception {
    long seed = seeds.seed(trial.proposal().architecture(), seeds.index(trial.number()));
    return evaluator.evaluate(
        new Trial(trial.number(), trial.proposal(), seed, trial.informedBy()), progress);
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
