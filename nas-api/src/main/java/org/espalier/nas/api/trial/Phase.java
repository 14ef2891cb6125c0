package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** A part of the time of a trial. */
@API(status = EXPERIMENTAL, since = "0.1")
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
