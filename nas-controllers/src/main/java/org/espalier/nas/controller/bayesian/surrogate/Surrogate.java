package org.espalier.nas.controller.bayesian.surrogate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A kind of model that is fitted to observations, with state that speeds up the next fit. */
public interface Surrogate {

  /**
   * Fits a model.
   *
   * @param points encoded architectures, at least one
   * @param targets one for each point: standardised, finite, higher is better
   * @param random the source of randomness of the fit
   * @return the model
   */
  Model fit(double[][] points, double[] targets, RandomGenerator random);

  /** {@return findings of the last fit, finite numbers by name; empty before the first} */
  Map<String, Double> diagnostics();

  /**
   * Writes the state that the next fit depends on, as part of a snapshot.
   *
   * @param out the stream to write to; stays open
   * @throws IOException if {@code out} throws it
   */
  void write(DataOutputStream out) throws IOException;

  /**
   * Restores the written state.
   *
   * @param in the stream to read from; stays open
   * @throws IOException if the data is truncated or was not written by such a surrogate
   */
  void read(DataInputStream in) throws IOException;
}
