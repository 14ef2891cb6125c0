package org.espalier.nas.api.training;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** An optimizer with its constants. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface OptimizerSettings
    permits Sgd, Adam, Adamw, Nadam, Adamax, Rmsprop, Adagrad, Adadelta, Ftrl {

  /** Returns the step size before the schedule, positive. */
  double learningRate();

  /** Returns the change of the step size over the iterations. */
  Schedule schedule();

  /** Returns the norm to which the gradient's global norm is scaled down; 0 for no clipping. */
  double clipNorm();

  /** Returns the number of values that the optimizer keeps for each weight. */
  int slots();
}
