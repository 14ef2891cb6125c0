package org.espalier.nas.controller.bayesian;

import java.util.Arrays;
import org.espalier.nas.controller.bayesian.surrogate.Model;

/** What is believed of the rewards: what was observed, and what outstanding trials might give. */
final class Belief {
  private final Model observed;
  private final Targets targets;
  private final BayesianSettings.Lie lie;
  private Model model;

  Belief(Model observed, Targets targets, BayesianSettings.Lie lie) {
    this.observed = observed;
    this.targets = targets;
    this.lie = lie;
    this.model = observed;
  }

  /** Takes the lie for the reward of a trial that is outstanding. */
  void pretend(double[] point) {
    model = model.given(point, lie(point));
  }

  private double lie(double[] point) {
    return switch (lie) {
      case MIN -> Arrays.stream(targets.values()).min().orElseThrow();
      case MEAN -> Arrays.stream(targets.values()).average().orElseThrow();
      case MAX -> Arrays.stream(targets.values()).max().orElseThrow();
      case BELIEVER -> model.predict(point).mean();
    };
  }

  /** The model by which to search. */
  Model model() {
    return model;
  }

  /** The reward to expect, without any lie. */
  double reward(double[] point) {
    return targets.reward(observed.predict(point).mean());
  }
}
