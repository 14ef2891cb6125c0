package org.espalier.nas.tf.tensorboard;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ParetoFront;
import org.espalier.nas.api.trial.Outcome;
import org.tensorflow.proto.Summary;

/** Curves of the rewards and objectives so far, trial after trial, and distributions. */
final class SearchCurves {
  /** Number of rewards that count as recent. */
  static final int RECENT = 20;

  /** Distributions are written after each of the first ten trials, then after every tenth. */
  private static final int TENTH = 10;

  private static final String GROUP = "search/";

  private final List<Objective> objectives;
  private final ParetoFront front = new ParetoFront();
  private final List<Double> rewards = new ArrayList<>();
  private double best = Double.NEGATIVE_INFINITY;
  private int failures;

  /**
   * Creates the curves of no trials.
   *
   * @param objectives the stated objectives; empty if the reward is the only one
   */
  SearchCurves(List<Objective> objectives) {
    this.objectives = objectives;
  }

  /** Adds a trial and returns the values of the step with its number. */
  List<Summary.Value> enter(LoggedTrial trial) {
    List<Summary.Value> values = new ArrayList<>();
    trial.result().reward().ifPresent(reward -> reward(reward, values));
    objectives(trial.result().objectives(), values);
    trial
        .result()
        .trial()
        .proposal()
        .predictedReward()
        .ifPresent(reward -> values.add(Values.scalar(GROUP + "predicted", reward)));
    if (!rewards.isEmpty()) {
      values.add(Values.scalar(GROUP + "best", best));
    }
    failures += trial.result().outcome() instanceof Outcome.Failed ? 1 : 0;
    values.add(Values.scalar(GROUP + "failures", failures));
    values.add(Values.scalar(GROUP + "epochs", (double) trial.result().trainedEpochs()));
    values.add(Values.scalar(GROUP + "seconds", trial.seconds()));
    if (!rewards.isEmpty() && (trial.number() <= TENTH || trial.number() % TENTH == 0)) {
      values.add(Values.histogram(GROUP + "rewards", Buckets.of(rewards)));
      values.add(Values.histogram(GROUP + "rewards_recent", Buckets.of(recent())));
    }
    return values;
  }

  private void objectives(List<Double> compared, List<Summary.Value> values) {
    if (compared.isEmpty() || compared.size() != objectives.size()) {
      return;
    }
    double[] losses = new double[compared.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = objectives.get(i).loss(compared.get(i));
      values.add(Values.scalar(GROUP + "objective/" + objectives.get(i).name(), compared.get(i)));
    }
    front.add(losses);
    if (losses.length > 1) {
      values.add(Values.scalar(GROUP + "front", front.indices().size()));
    }
  }

  private void reward(double reward, List<Summary.Value> values) {
    rewards.add(reward);
    best = Math.max(best, reward);
    values.add(Values.scalar(GROUP + "reward", reward));
  }

  private List<Double> recent() {
    return rewards.subList(Math.max(0, rewards.size() - RECENT), rewards.size());
  }
}
