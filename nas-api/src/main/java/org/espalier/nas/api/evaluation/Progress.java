package org.espalier.nas.api.evaluation;

import org.espalier.nas.api.trial.Measurement;

/** Takes the measurements of a running trial and says whether it should go on. */
@FunctionalInterface
public interface Progress {

  /** Reports a measurement; steps ascend. */
  Directive report(Measurement measurement);

  /** Asks, between measurements, whether the evaluation should go on; cheap. */
  default boolean abandoned() {
    return false;
  }

  /** A progress that nobody watches. */
  static Progress unwatched() {
    return measurement -> Directive.CONTINUE;
  }
}
