package org.espalier.nas.tf.optimizer;

import java.util.List;
import org.espalier.nas.api.training.Adadelta;
import org.espalier.nas.api.training.Adagrad;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Adamax;
import org.espalier.nas.api.training.Adamw;
import org.espalier.nas.api.training.Ftrl;
import org.espalier.nas.api.training.Nadam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;

/** One of each optimizer, for tests. */
public final class Optimizers {

  private Optimizers() {}

  /** Returns each optimizer with its usual constants. */
  public static List<OptimizerSettings> usual(double learningRate) {
    return List.of(
        new Sgd(learningRate),
        new Adam(learningRate),
        new Adamw(learningRate),
        new Nadam(learningRate),
        new Adamax(learningRate),
        new Rmsprop(learningRate),
        new Adagrad(learningRate),
        new Adadelta(learningRate),
        new Ftrl(learningRate));
  }

  /**
   * Returns each optimizer with constants that no default hides.
   *
   * @param momentum of those that have it, with Nesterov's look ahead
   * @param l FTRL's L1 strength; its L2 strength is twice this
   */
  static List<OptimizerSettings> unusual(Schedule schedule, double momentum, double l) {
    return List.of(
        new Sgd(0.05, schedule, momentum, true, 0),
        new Adam(0.05, schedule, 0.8, 0.95, 1e-4, 0),
        new Adamw(0.05, schedule, 0.8, 0.95, 1e-4, 0.03, 0),
        new Nadam(0.05, schedule, 0.8, 0.95, 1e-4, 0),
        new Adamax(0.05, schedule, 0.8, 0.95, 1e-4, 0),
        new Rmsprop(0.05, schedule, momentum, 0.85, 1e-4, 0),
        new Adagrad(0.05, schedule, 1e-4, 0.2, 0),
        new Adadelta(0.05, schedule, 0.85, 1e-4, 0),
        new Ftrl(0.05, schedule, 0.2, l, 2 * l, 0));
  }
}
