package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Tracker of the trials that were asked for, finished and told; used by the study's thread alone.
 * The search depends only on asks and tells, never on the set of finished trials.
 */
final class TrialTracker {

  private final SortedMap<Integer, Trial> outstanding = new TreeMap<>();
  private final SortedMap<Integer, Trial> unfinished = new TreeMap<>();
  private final SortedMap<Integer, TrialResult> finished = new TreeMap<>();
  private final AppendOnlyList<TrialResult> told = new AppendOnlyList<>();
  private int asked;
  private long epochsTold;
  private long epochsOutstanding;
  private double secondsTold;
  private double mostSeconds;
  private int mostEpochs;

  TrialTracker(int fullEpochs) {
    this.mostEpochs = fullEpochs;
  }

  void ask(Trial trial) {
    asked = trial.number();
    outstanding.put(trial.number(), trial);
    if (!finished.containsKey(trial.number())) {
      unfinished.put(trial.number(), trial);
    }
    int epochs = committedEpochs(trial);
    epochsOutstanding += epochs;
    mostEpochs = Math.max(mostEpochs, epochs);
  }

  void finish(TrialResult result) {
    finished.put(result.trial().number(), result);
    unfinished.remove(result.trial().number());
  }

  /** Returns the result to be told next, if it is finished. */
  Optional<TrialResult> nextToTell() {
    return Optional.ofNullable(finished.get(told.size() + 1));
  }

  void tell(TrialResult result) {
    int number = result.trial().number();
    finished.remove(number);
    outstanding.remove(number);
    epochsOutstanding -= committedEpochs(result.trial());
    told.add(result);
    epochsTold += BudgetUse.epochs(result);
    double seconds = BudgetUse.seconds(result);
    secondsTold += seconds;
    mostSeconds = Math.max(mostSeconds, seconds);
  }

  /** Returns the epochs that a trial may train itself: those that it does not take over. */
  int committedEpochs(Trial trial) {
    Integer parent = trial.proposal().continuedTrial();
    int epochs = trial.proposal().fidelity().epochs();
    return parent == null ? epochs : Math.max(0, epochs - result(parent).epochs());
  }

  /** Returns the result of a finished trial. */
  TrialResult result(int trial) {
    return trial <= told.size()
        ? told.get(trial - 1)
        : Objects.requireNonNull(finished.get(trial), "not finished");
  }

  /** Returns the result of a trial; empty if it is not finished. */
  Optional<TrialResult> finishedResult(int trial) {
    return trial <= told.size()
        ? Optional.of(told.get(trial - 1))
        : Optional.ofNullable(finished.get(trial));
  }

  /** Trials asked for and not told, by number. */
  Collection<Trial> untold() {
    return Collections.unmodifiableCollection(outstanding.values());
  }

  int asked() {
    return asked;
  }

  int told() {
    return told.size();
  }

  /** Returns the results told first, as an immutable view. */
  List<TrialResult> firstTold(int count) {
    return told.first(count);
  }

  /** Number of trials asked for and not told. */
  int outstanding() {
    return outstanding.size();
  }

  /** Number of trials asked for and not finished. */
  int unfinished() {
    return unfinished.size();
  }

  /** All finished trials, by number. */
  List<TrialResult> results() {
    List<TrialResult> all = new ArrayList<>(told.first(told.size()));
    all.addAll(finished.values());
    return all;
  }

  /** The epochs that were trained, and those that outstanding trials may train. */
  long epochsCommitted() {
    return epochsTold + epochsOutstanding;
  }

  /** The training time charged to told trials, in seconds. */
  double secondsTold() {
    return secondsTold;
  }

  /** The longest training time charged to a told trial, in seconds. */
  double mostSeconds() {
    return mostSeconds;
  }

  /** Returns the number of trials that fit into these epochs if each takes the most of any. */
  int trialsFor(long epochs) {
    return (int) Math.min(Integer.MAX_VALUE, (epochs + mostEpochs - 1) / mostEpochs);
  }

  /**
   * Returns the smallest {@link Trial#informedBy} of the unfinished trials, at most {@link #told}.
   */
  int oldestNeeded() {
    // Later trials were asked for after at least as many results.
    return unfinished.isEmpty()
        ? told()
        : Math.min(told(), unfinished.values().iterator().next().informedBy());
  }
}
