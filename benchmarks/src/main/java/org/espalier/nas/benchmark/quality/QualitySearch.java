package org.espalier.nas.benchmark.quality;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * One search with a budget in epochs, equivalent to a number of trials of full fidelity. Only
 * results of full fidelity count for the best so far.
 */
final class QualitySearch {
  private final Controller controller;
  private final Evaluator evaluator;
  private final Valuation valuation;
  private final int fullEpochs;
  private final double optimum;
  private final int lag;
  private final Deque<Trial> outstanding = new ArrayDeque<>();
  private final Map<Integer, Integer> trained = new HashMap<>();
  private final double[] bestRegrets;
  private long spent;
  private int told;
  private int proposed;

  /**
   * Prepares a search.
   *
   * @param trials the budget in trials of full fidelity
   * @param lag the number of trials that may be outstanding; 0 for the controller's batch
   */
  QualitySearch(ExperimentGraph graph, double optimum, int trials, int lag) {
    this.controller = graph.controller();
    this.evaluator = graph.evaluator();
    this.valuation = graph.valuation();
    this.fullEpochs = graph.fidelity().epochs();
    this.optimum = optimum;
    this.lag = lag == 0 ? controller.batch() : lag;
    this.bestRegrets = new double[trials];
    Arrays.fill(bestRegrets, Double.POSITIVE_INFINITY);
  }

  /**
   * {@return the lowest regret after every number of epochs equal to one trial of full fidelity}
   */
  double[] run() {
    boolean goesOn = true;
    while (goesOn && spent < (long) bestRegrets.length * fullEpochs) {
      ask();
      goesOn = !outstanding.isEmpty();
      if (goesOn) {
        finish(outstanding.remove());
      }
    }
    for (int i = 1; i < bestRegrets.length; i++) {
      bestRegrets[i] = Math.min(bestRegrets[i], bestRegrets[i - 1]);
    }
    return bestRegrets.clone();
  }

  private void ask() {
    int room = lag - outstanding.size();
    if (room > 0) {
      for (Proposal proposal : controller.ask(room)) {
        proposed++;
        outstanding.add(new Trial(proposed, proposal, proposed, told));
      }
    }
  }

  private void finish(Trial trial) {
    int epochs = trial.proposal().fidelity().epochs();
    Integer parent = trial.proposal().continuedTrial();
    int before = parent == null ? 0 : trained.getOrDefault(parent, 0);
    spent += epochs - before;
    trained.put(trial.number(), epochs);
    TrialResult result = evaluated(trial);
    if (epochs == fullEpochs) {
      count(optimum - result.reward().orElseThrow());
    }
    controller.tell(List.of(result));
    told++;
  }

  private void count(double regret) {
    int place = Math.toIntExact((spent + fullEpochs - 1) / fullEpochs) - 1;
    if (place < bestRegrets.length) {
      bestRegrets[place] = Math.min(bestRegrets[place], regret);
    }
  }

  private TrialResult evaluated(Trial trial) {
    try {
      Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());
      return new TrialResult(trial, outcome, valuation.value(trial, outcome).reward());
    } catch (Exception impossible) {
      throw new IllegalStateException("A formula cannot fail.", impossible);
    }
  }
}
