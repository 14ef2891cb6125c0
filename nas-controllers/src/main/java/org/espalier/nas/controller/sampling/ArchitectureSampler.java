package org.espalier.nas.controller.sampling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A source of new architectures for a controller that decides about fidelities: random draws, or a
 * model of the results.
 */
public interface ArchitectureSampler {

  /**
   * Draws an architecture.
   *
   * @param random the source of randomness
   * @return a complete architecture of the search space, possibly one that was drawn before
   */
  Architecture draw(RandomGenerator random);

  /**
   * Learns from a result of any fidelity.
   *
   * @param result the result of a trial that the controller proposed, or of a recorded search;
   *     possibly failed
   */
  void tell(TrialResult result);

  /**
   * Writes the learned state, as part of a snapshot.
   *
   * @param out the stream to write to; stays open
   * @throws IOException if {@code out} throws it
   */
  void write(DataOutputStream out) throws IOException;

  /**
   * Restores the written state.
   *
   * @param in the stream to read from; stays open
   * @throws IOException if the data is truncated or was not written by such a sampler
   */
  void read(DataInputStream in) throws IOException;
}
