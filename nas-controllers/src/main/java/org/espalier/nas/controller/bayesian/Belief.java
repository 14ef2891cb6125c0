package org.espalier.nas.controller.bayesian;

import java.util.Arrays;
import org.espalier.nas.controller.bayesian.surrogate.Model;

/** What is believed of the rewards: what was observed, and what outstanding trials might give. */
final class Belief {
  private final Model observed;
  private final Targets targets;
  private final double lie;
  private Model model;

  Belief(Model observed, Targets targets, BayesianSettings.Lie lie) {
    this.observed = observed;
    this.targets = targets;
    this.model = observed;
    this.lie =
        switch (lie) {
          case MIN -> Arrays.stream(targets.values()).min().orElseThrow();
          case MEAN -> Arrays.stream(targets.values()).average().orElseThrow();
          case MAX -> Arrays.stream(targets.values()).max().orElseThrow();
        };
  }

  /** Takes the lie for the reward of a trial that is outstanding. */
  void pretend(double[] point) {
    model = model.given(point, lie);
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
