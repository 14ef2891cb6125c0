package org.espalier.nas.benchmark.controller;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/** A search that measures the processor time of each trial's ask and tell. */
final class TimedSearch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Controller controller;
  private final Evaluator evaluator;
  private final Valuation valuation;
  private final Deque<Trial> outstanding = new ArrayDeque<>();
  private final long[] nanos;
  private int proposed;
  private int told;

  /**
   * Prepares a search.
   *
   * @param graph the objects of the experiment
   * @param trials the number of trials
   */
  TimedSearch(ExperimentGraph graph, int trials) {
    this.controller = graph.controller();
    this.evaluator = graph.evaluator();
    this.valuation = graph.valuation();
    this.nanos = new long[trials];
  }

  /**
   * Searches until the trials are told, the controller has no more proposals, or it has taken too
   * long.
   *
   * @param limit the limit of the controller's time, in seconds
   * @return the nanoseconds that the controller has taken until each trial was told
   */
  long[] run(double limit) {
    long taken = 0;
    while (told < nanos.length && taken < limit * 1e9) {
      long before = THREADS.getCurrentThreadCpuTime();
      List<Proposal> proposals = controller.ask(controller.batch() - outstanding.size());
      taken += THREADS.getCurrentThreadCpuTime() - before;
      for (Proposal proposal : proposals) {
        proposed++;
        outstanding.add(new Trial(proposed, proposal, proposed, told));
      }
      if (outstanding.isEmpty()) {
        break;
      }
      List<TrialResult> results = List.of(evaluated(outstanding.remove()));
      before = THREADS.getCurrentThreadCpuTime();
      controller.tell(results);
      taken += THREADS.getCurrentThreadCpuTime() - before;
      nanos[told++] = taken;
    }
    return Arrays.copyOf(nanos, told);
  }

  private TrialResult evaluated(Trial trial) {
    try {
      Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());
      Valuation.Valued valued = valuation.value(trial, outcome);
      return new TrialResult(trial, valued.outcome(), valued.reward(), valued.values());
    } catch (Exception impossible) {
      throw new IllegalStateException("A formula cannot fail.", impossible);
    }
  }
}
