package org.espalier.nas.api.trial;

/** What the time of a trial is spent on. */
public enum Phase {
  /** Building the graph and initialising its variables. */
  BUILD,
  /** Training steps. */
  TRAIN,
  /** Measuring on the training and validation parts. */
  VALIDATE,
  /** Everything else: preparing batches, reading and writing weights. */
  OTHER
}
