package org.espalier.nas.controller.bayesian;

import java.util.Arrays;
import org.espalier.nas.controller.bayesian.surrogate.Model;

/**
 * Models of the reward, fitted to the observations and to the rewards assumed for outstanding
 * trials.
 */
final class Belief {
  private final Model observed;
  private final SurrogateTargets targets;
  private final BayesianSettings.Lie lie;
  private Model model;

  Belief(Model observed, SurrogateTargets targets, BayesianSettings.Lie lie) {
    this.observed = observed;
    this.targets = targets;
    this.lie = lie;
    this.model = observed;
  }

  /** Adds the assumed reward of an outstanding trial. */
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

  /** Returns the model to search with. */
  Model model() {
    return model;
  }

  /** Returns the expected reward, without any assumed rewards. */
  double reward(double[] point) {
    return targets.reward(observed.predict(point).mean());
  }
}
