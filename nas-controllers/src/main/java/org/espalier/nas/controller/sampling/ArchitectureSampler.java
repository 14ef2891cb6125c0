package org.espalier.nas.controller.sampling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Where a controller that decides about fidelities takes new architectures from: drawn at random,
 * or from a model of what was told.
 */
public interface ArchitectureSampler {

  /**
   * Draws an architecture.
   *
   * @param random decides which
   * @return a complete one of the search space, possibly one that was drawn before
   */
  Architecture draw(RandomGenerator random);

  /**
   * Learns from a result of any fidelity.
   *
   * @param result of a trial that the controller proposed, or of a recorded search; possibly failed
   */
  void tell(TrialResult result);

  /**
   * Writes what was learned, as part of a snapshot.
   *
   * @param out where to; stays open
   * @throws IOException if {@code out} throws it
   */
  void write(DataOutputStream out) throws IOException;

  /**
   * Takes up what was written.
   *
   * @param in where from; stays open
   * @throws IOException if it is cut off or not what such a sampler writes
   */
  void read(DataInputStream in) throws IOException;
}
