package org.espalier.nas.engine.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** The state of a study on which the evaluation of its trials may depend. */
public final class StudyState implements StudyListener {

  private final boolean dependent;
  private final List<TrialResult> told = new ArrayList<>();
  private Set<Integer> retained = Set.of();
  private int oldestNeeded;

  /**
   * Creates the state at the beginning of a session.
   *
   * @param dependent true if trials depend on the results of earlier ones, which workers then have
   *     to know
   */
  public StudyState(boolean dependent) {
    this.dependent = dependent;
  }

  @Override
  public synchronized void told(TrialResult result, int oldest) {
    oldestNeeded = oldest;
    if (dependent) {
      told.add(result);
    }
  }

  @Override
  public synchronized void retained(Set<Integer> trials) {
    retained = Set.copyOf(trials);
  }

  /**
   * Returns the order to evaluate a trial.
   *
   * @param known the number of results that the worker was told
   */
  synchronized TrialOrder order(Trial trial, List<Measurement> continued, int known) {
    return new TrialOrder(
        trial,
        continued,
        retained.contains(trial.number()),
        dependent ? told.subList(known, told.size()) : List.of(),
        oldestNeeded);
  }
}
