package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The purpose of a forward pass; some layers do different things. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Mode {
  /** To train: dropout is active. */
  TRAINING,
  /** To predict. */
  INFERENCE
}
