package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * Journal entry of an ask that returned proposals.
 *
 * @param trials the trials proposed, in the order of their numbers, at least one
 * @param asks this ask and the empty ones since the entry before, in order
 * @param diagnostics the controller's diagnostics since the entry before, by number of the trial
 *     told
 * @param snapshot the controller's state after the ask; null to keep the one before
 * @param at time of the ask
 */
public record AskEntry(
    List<Trial> trials,
    List<RecordedAsk> asks,
    SortedMap<Integer, Map<String, Double>> diagnostics,
    @Nullable ControllerSnapshot snapshot,
    Instant at) {

  /** Checks that there are trials, and copies. */
  public AskEntry {
    trials = List.copyOf(trials);
    asks = List.copyOf(asks);
    diagnostics = Collections.unmodifiableSortedMap(new TreeMap<>(diagnostics));
    Objects.requireNonNull(at);
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("trials must not be empty.");
    }
  }
}
