package org.espalier.nas.tf.layer;

/** What a forward pass is for; some layers do different things. */
public enum Mode {
  /** To train: dropout is active. */
  TRAINING,
  /** To predict. */
  INFERENCE
}
