package org.espalier.nas.dashboard.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;

/**
 * The highest reward so far over trials, epochs and running time. A curve has a point wherever the
 * reward rises, and a last one at its end.
 */
final class IncumbentCurves {

  private final StoredStudy study;

  IncumbentCurves(StoredStudy study) {
    this.study = study;
  }

  /** Returns the curves by their axis, each a list of pairs of position and reward. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trials", overTrials());
    tree.put("epochs", overEpochs());
    tree.put("seconds", overSeconds());
    return tree;
  }

  private List<List<Number>> overTrials() {
    Curve curve = new Curve();
    study.trials().stream()
        .filter(trial -> trial.finished() != null)
        .forEach(trial -> curve.add(trial.trial().number(), reward(trial)));
    return curve.points();
  }

  private List<List<Number>> overEpochs() {
    Curve curve = new Curve();
    long epochs = 0;
    for (StoredTrial trial : study.trials()) {
      if (trial.finished() != null) {
        epochs += epochs(trial);
        curve.add(epochs, reward(trial));
      }
    }
    return curve.points();
  }

  private List<List<Number>> overSeconds() {
    Curve curve = new Curve();
    RunningTime time = new RunningTime(study);
    List<StoredTrial> finished =
        study.trials().stream()
            .filter(trial -> trial.finished() != null && trial.finishedAt() != null)
            .sorted(Comparator.comparing(IncumbentCurves::end))
            .toList();
    for (int i = 0; i < finished.size(); i++) {
      StoredTrial trial = finished.get(i);
      if (i == finished.size() - 1 || curve.rises(reward(trial))) {
        curve.add(time.secondsUntil(end(trial)), reward(trial));
      }
    }
    return curve.points();
  }

  private static Instant end(StoredTrial trial) {
    return Objects.requireNonNull(trial.finishedAt());
  }

  private static OptionalDouble reward(StoredTrial trial) {
    return trial.result().map(result -> result.reward()).orElse(OptionalDouble.empty());
  }

  /** Returns the epochs that a trial trained; those that it continued are of another trial. */
  static long epochs(StoredTrial trial) {
    Long charged =
        trial.result().map(result -> result.outcome().account().cost().epochs()).orElse(null);
    if (charged != null) {
      return charged;
    }
    List<Measurement> measured = trial.measurements();
    return measured.size();
  }

  /** A curve that grows at its end. */
  private static final class Curve {
    private final List<List<Number>> rises = new ArrayList<>();
    private double best = Double.NEGATIVE_INFINITY;
    private Number last = 0;

    boolean rises(OptionalDouble reward) {
      return reward.isPresent() && reward.getAsDouble() > best;
    }

    void add(Number position, OptionalDouble reward) {
      last = position;
      if (rises(reward)) {
        best = reward.getAsDouble();
        rises.add(List.of(position, best));
      }
    }

    List<List<Number>> points() {
      List<List<Number>> points = new ArrayList<>(rises);
      if (!points.isEmpty() && !points.get(points.size() - 1).get(0).equals(last)) {
        points.add(List.of(last, best));
      }
      return points;
    }
  }
}
