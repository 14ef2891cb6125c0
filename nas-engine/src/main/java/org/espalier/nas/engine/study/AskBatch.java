package org.espalier.nas.engine.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.espalier.nas.engine.store.RecordedAsk;
import org.jspecify.annotations.Nullable;

/**
 * Asks that are not stored yet. Those between the results of one flush share a transaction; a slow
 * controller's are not kept waiting for each other.
 */
final class AskBatch {

  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final List<Trial> trials = new ArrayList<>();
  private final List<RecordedAsk> asks = new ArrayList<>();
  private final SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>();
  private final List<RecordedAsk> emptyAsks = new ArrayList<>();
  private final SortedMap<Integer, Map<String, Double>> laterDiagnostics = new TreeMap<>();
  private @Nullable ControllerSnapshot snapshot;
  private long since;

  /** Adds the controller's diagnostics after a tell, which an ask follows. */
  void told(int trial, Map<String, Double> said) {
    if (trials.isEmpty()) {
      since = System.nanoTime();
    }
    if (!said.isEmpty()) {
      laterDiagnostics.put(trial, said);
    }
  }

  /** Adds an ask; those without proposals are stored with the next one that has some. */
  void asked(RecordedAsk ask, List<Trial> proposed) {
    emptyAsks.add(ask);
    if (proposed.isEmpty()) {
      return;
    }
    trials.addAll(proposed);
    asks.addAll(emptyAsks);
    emptyAsks.clear();
    diagnostics.putAll(laterDiagnostics);
    laterDiagnostics.clear();
  }

  /** Replaces the controller's snapshot by the one after the last ask. */
  void snapshot(ControllerSnapshot taken) {
    snapshot = taken;
  }

  boolean isEmpty() {
    return trials.isEmpty();
  }

  /** Returns true if the asks must not wait any longer. */
  boolean due() {
    return !isEmpty() && System.nanoTime() - since >= LONGEST_WAIT_NANOS;
  }

  /** Returns the number of results told before the last ask that returned proposals. */
  int told() {
    return asks.get(asks.size() - 1).told();
  }

  /** Removes and returns the asks, at least one of which returned proposals. */
  AskEntry take(Instant at) {
    AskEntry entry = new AskEntry(trials, asks, diagnostics, snapshot, at);
    trials.clear();
    asks.clear();
    diagnostics.clear();
    snapshot = null;
    return entry;
  }

  /** Returns the controller's diagnostics since the last ask that returned proposals. */
  SortedMap<Integer, Map<String, Double>> laterDiagnostics() {
    return laterDiagnostics;
  }
}
