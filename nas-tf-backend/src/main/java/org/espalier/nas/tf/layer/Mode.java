package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The purpose of a forward pass, on which the behaviour of some layers depends. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Mode {
  /** Training: dropout is active, and statistics are those of the batch. */
  TRAINING,
  /** Estimation of the layers' state: as prediction, but statistics are those of the batch. */
  CALIBRATION,
  /** Prediction. */
  INFERENCE
}
