package org.espalier.nas.engine.stopping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * The curves that a rule compares. Those of known trials are cached, because a rule requests them
 * after each epoch of each trial.
 */
final class Curves {

  private final MetricChoice choice;
  private final Goal goal;
  private final Map<Integer, Read> read = new ConcurrentHashMap<>();

  Curves(MetricChoice choice, Goal goal) {
    this.choice = choice;
    this.goal = goal;
  }

  /**
   * Returns the metric of this trial that the rule uses.
   *
   * @return its name; empty if there is no decision: the trial has no epochs left, or no
   *     measurements yet
   * @throws org.espalier.nas.api.NasException if other metrics were measured
   */
  Optional<String> metric(Trial trial, List<Measurement> measured) {
    Measurement last = measured.get(measured.size() - 1);
    if (last.step() >= trial.proposal().fidelity().epochs()) {
      return Optional.empty();
    }
    Optional<String> metric = choice.in(measured);
    if (metric.isEmpty() && measured.stream().anyMatch(m -> !m.metrics().isEmpty())) {
      throw choice.missing("The stopping rule", measured);
    }
    return metric;
  }

  /** Returns the curve of the running trial. */
  Curve running(List<Measurement> measured, String metric) {
    return Curve.of(measured, metric, goal);
  }

  /**
   * Returns the curves of the known trials in which the metric was measured, up to their last
   * epochs. A network counts once: trials that a known trial or the running trial continues are
   * excluded.
   */
  List<Curve> known(Trial trial, List<TrialResult> known, String metric) {
    Map<Integer, Integer> continuedTo = new HashMap<>();
    Optional.ofNullable(trial.proposal().continuedTrial())
        .ifPresent(parent -> continuedTo.put(parent, Integer.MAX_VALUE));
    List<Read> curves = new ArrayList<>(known.size());
    for (TrialResult result : known) {
      Read found = read(result, metric);
      curves.add(found);
      Optional.ofNullable(result.trial().proposal().continuedTrial())
          .ifPresent(parent -> continuedTo.merge(parent, found.curve().lastStep(), Math::max));
    }
    return curves.stream()
        .filter(found -> found.curve().lastStep() > continuedTo.getOrDefault(found.number(), 0))
        .map(Read::curve)
        .toList();
  }

  private Read read(TrialResult result, String metric) {
    int number = result.trial().number();
    Read before = read.get(number);
    if (before != null && before.isOf(result, metric)) {
      return before;
    }
    Read now = new Read(result, metric, Curve.of(result.outcome().measurements(), metric, goal));
    read.put(number, now);
    return now;
  }

  /** A curve and its source. */
  private record Read(TrialResult result, String metric, Curve curve) {

    int number() {
      return result.trial().number();
    }

    /** By identity, because comparing two results takes longer than reading the curve again. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(TrialResult other, String name) {
      return result == other && metric.equals(name);
    }
  }
}
