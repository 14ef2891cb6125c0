package org.espalier.nas.engine.study;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trials of a session that are with their executor, and those that are held back because the
 * time of the study is over. Used by the study's thread alone.
 */
final class SubmittedTrials {

  private final TrialDispatcher dispatcher;
  private final WallClock wallClock;
  private final SortedMap<Integer, TrialTask> held = new TreeMap<>();
  private int running;

  SubmittedTrials(TrialDispatcher dispatcher, WallClock wallClock) {
    this.dispatcher = dispatcher;
    this.wallClock = wallClock;
  }

  /** Returns true if trials run or wait for a worker. */
  boolean any() {
    return running > 0;
  }

  /** Returns true if trials are being abandoned. */
  boolean abandoning() {
    return dispatcher.abandoning();
  }

  /** Waits for the next event. */
  TrialEvent event() {
    return dispatcher.event(wallClock);
  }

  /** Submits a trial, if there is time. */
  void submit(TrialTask task) {
    if (wallClock.over() || dispatcher.abandoning()) {
      held.put(task.trial().number(), task);
    } else {
      running++;
      dispatcher.submit(task);
    }
  }

  /** Counts a trial that came back from its executor. */
  void returned() {
    running--;
  }

  /** Takes back what has not begun, if trials are abandoned or the time is over. */
  void dropLate() {
    if (dispatcher.abandoning() || wallClock.over()) {
      List<TrialTask> dropped = dispatcher.drop();
      running -= dropped.size();
      dropped.forEach(task -> held.put(task.trial().number(), task));
    }
  }

  /** Submits the trials that were held back, if a person has raised the time limit. */
  void submitHeld() {
    if (!held.isEmpty() && !wallClock.over() && !dispatcher.abandoning()) {
      List<TrialTask> tasks = List.copyOf(held.values());
      held.clear();
      tasks.forEach(this::submit);
    }
  }
}
