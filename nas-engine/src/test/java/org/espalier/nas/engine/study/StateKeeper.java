package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Keeps the states of trials as an evaluator's store would, and checks that none is missing. */
final class StateKeeper implements StudyListener {
  private final Set<Integer> disk;
  private Set<Integer> retained = Set.of();
  private int most;

  /**
   * Creates the keeper of one session.
   *
   * @param disk the state of earlier sessions
   */
  StateKeeper(Set<Integer> disk) {
    this.disk = disk;
  }

  static Set<Integer> emptyDisk() {
    return Collections.synchronizedSet(new TreeSet<>());
  }

  @Override
  public synchronized void started(Trial trial) {
    assertThat(retained).as("retained when trial %s begins", trial).contains(trial.number());
    Optional.ofNullable(trial.proposal().continuedTrial())
        .ifPresent(parent -> assertThat(disk).as("states for %s", trial).contains(parent));
  }

  @Override
  public synchronized void storing(TrialResult result) {
    if (!(result.outcome() instanceof Outcome.Failed)
        && retained.contains(result.trial().number())) {
      disk.add(result.trial().number());
      most = Math.max(most, disk.size());
    }
  }

  @Override
  public synchronized void retained(Set<Integer> trials) {
    retained = Set.copyOf(trials);
    disk.retainAll(new HashSet<>(trials));
  }

  /** The most states that were kept at any time. */
  synchronized int most() {
    return most;
  }

  synchronized List<Integer> kept() {
    return List.copyOf(disk);
  }
}
