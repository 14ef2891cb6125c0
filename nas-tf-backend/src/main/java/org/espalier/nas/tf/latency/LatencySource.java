package org.espalier.nas.tf.latency;

import java.util.OptionalDouble;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.space.Architecture;

/** A source of the latencies of architectures. */
interface LatencySource {

  /** Returns true if values are measured, so that nothing else may run and the seed fixes none. */
  boolean measured();

  /**
   * Returns the latency of an architecture.
   *
   * @return milliseconds, and facts about the measurement
   * @throws Exception if it has none
   */
  ObjectiveValue value(Architecture architecture) throws Exception;

  /** Returns the latency if it is known without a measurement. */
  default OptionalDouble known(Architecture architecture) {
    return OptionalDouble.empty();
  }
}
