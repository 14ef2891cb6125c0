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
 * Which trials were asked for, finished and told; used by the study's thread alone. All that the
 * search depends on derives from what was asked and told, never from what happens to be finished.
 */
final class TrialBook {

  private static final String SECONDS = "seconds";

  private final SortedMap<Integer, Trial> outstanding = new TreeMap<>();
  private final SortedMap<Integer, TrialResult> finished = new TreeMap<>();
  private final List<TrialResult> told = new ArrayList<>();
  private int asked;
  private long epochsTold;
  private double secondsTold;
  private double mostSeconds;
  private int mostEpochs;

  TrialBook(int fullEpochs) {
    this.mostEpochs = fullEpochs;
  }

  void ask(Trial trial) {
    asked = trial.number();
    outstanding.put(trial.number(), trial);
    mostEpochs = Math.max(mostEpochs, committedEpochs(trial));
  }

  void finish(TrialResult result) {
    finished.put(result.trial().number(), result);
  }

  /** The result to be told next, if it is there. */
  Optional<TrialResult> nextToTell() {
    return Optional.ofNullable(finished.get(told.size() + 1));
  }

  void tell(TrialResult result) {
    int number = result.trial().number();
    finished.remove(number);
    outstanding.remove(number);
    told.add(result);
    epochsTold += result.trainedEpochs();
    double seconds = result.outcome().account().facts().getOrDefault(SECONDS, 0.0);
    secondsTold += seconds;
    mostSeconds = Math.max(mostSeconds, seconds);
  }

  /** The epochs that a trial may train itself: those of its fidelity that it does not take over. */
  int committedEpochs(Trial trial) {
    Integer parent = trial.proposal().parent();
    int epochs = trial.proposal().fidelity().epochs();
    return parent == null ? epochs : Math.max(0, epochs - result(parent).epochs());
  }

  /** The result of a trial that was finished. */
  TrialResult result(int trial) {
    return trial <= told.size()
        ? told.get(trial - 1)
        : Objects.requireNonNull(finished.get(trial), "not finished");
  }

  /** Asked for and not told, by number. */
  Collection<Trial> untold() {
    return Collections.unmodifiableCollection(outstanding.values());
  }

  int asked() {
    return asked;
  }

  int told() {
    return told.size();
  }

  List<TrialResult> toldResults() {
    return List.copyOf(told);
  }

  /** Asked for and not told. */
  int outstanding() {
    return outstanding.size();
  }

  /** Asked for and not finished. */
  List<Trial> unfinished() {
    return outstanding.values().stream()
        .filter(trial -> !finished.containsKey(trial.number()))
        .toList();
  }

  /** All finished trials, by number. */
  List<TrialResult> results() {
    List<TrialResult> all = new ArrayList<>(told);
    all.addAll(finished.values());
    return all;
  }

  /** The epochs that were trained, and those that outstanding trials may train. */
  long epochsCommitted() {
    return epochsTold + outstanding.values().stream().mapToLong(this::committedEpochs).sum();
  }

  /** The training time that told trials were charged. */
  double secondsTold() {
    return secondsTold;
  }

  /** The most that a told trial was charged. */
  double mostSeconds() {
    return mostSeconds;
  }

  /** How many trials fill up so many epochs, if each takes as many as any did. */
  int trialsFor(long epochs) {
    return (int) Math.min(Integer.MAX_VALUE, (epochs + mostEpochs - 1) / mostEpochs);
  }

  /**
   * The smallest {@link Trial#informedBy} of the trials that may still run, none above {@code
   * told}.
   */
  int oldestNeeded(int toldSoFar) {
    return unfinished().stream().mapToInt(Trial::informedBy).reduce(toldSoFar, Math::min);
  }
}
