package org.espalier.nas.engine.store.sql;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.engine.store.StoredTrial;

/**
 * Trials whose numbers lie in a range.
 *
 * @param first number of the first trial
 * @param last number of the last trial
 */
record TrialRange(int first, int last) {

  /** All trials of a study. */
  static final TrialRange ALL = new TrialRange(1, Integer.MAX_VALUE);

  /** Each range costs some statements, more than some trials that have not changed. */
  private static final int GAP = 20;

  private static final int MOST = 20;

  /** Returns the trials that are not among these, in the order of their numbers. */
  static TrialRange after(List<StoredTrial> trials) {
    return new TrialRange(trials.size() + 1, Integer.MAX_VALUE);
  }

  /**
   * Returns ranges, in order and apart, of all trials that can have changed: those that were not
   * finished, and newer ones. They may contain others.
   *
   * @param before all trials of a study at an earlier time
   */
  static List<TrialRange> unfinished(List<StoredTrial> before) {
    List<TrialRange> ranges = new ArrayList<>();
    for (StoredTrial trial : before) {
      if (trial.finished() == null) {
        add(ranges, new TrialRange(trial.trial().number(), trial.trial().number()));
      }
    }
    add(ranges, after(before));
    return ranges;
  }

  private static void add(List<TrialRange> ranges, TrialRange next) {
    int end = ranges.size() - 1;
    if (end >= 0 && (next.first - ranges.get(end).last <= GAP || ranges.size() == MOST)) {
      ranges.set(end, new TrialRange(ranges.get(end).first, next.last));
    } else {
      ranges.add(next);
    }
  }
}
