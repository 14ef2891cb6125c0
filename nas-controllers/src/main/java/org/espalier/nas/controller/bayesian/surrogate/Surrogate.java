package org.espalier.nas.controller.bayesian.surrogate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Fits models to what was observed, and remembers what speeds up the next fit. */
public interface Surrogate {

  /**
   * Fits a model.
   *
   * @param points encoded architectures, at least one
   * @param targets one for each point: standardised, finite, more is better
   * @param random for what the fit draws
   * @return the model
   */
  Model fit(double[][] points, double[] targets, RandomGenerator random);

  /** {@return what the last fit found, finite numbers by name; empty before the first} */
  Map<String, Double> diagnostics();

  /**
   * Writes what the next fit depends on, as part of a snapshot.
   *
   * @param out where to; stays open
   * @throws IOException if {@code out} throws it
   */
  void write(DataOutputStream out) throws IOException;

  /**
   * Takes up what was written.
   *
   * @param in where from; stays open
   * @throws IOException if it is cut off or not what such a surrogate writes
   */
  void read(DataInputStream in) throws IOException;
}
