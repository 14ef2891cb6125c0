package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Measurement;

/** Takes the measurements of a running trial and says whether it should go on. */
@API(status = MAINTAINED, since = "0.1")
@FunctionalInterface
public interface Progress {

  /**
   * Reports a measurement.
   *
   * @param measurement its step is greater than that of the one before; one that is not greater
   *     than the last of {@link #continued()} replaces it and what followed it
   * @return whether to go on, to end, or to drop everything
   */
  Directive report(Measurement measurement);

  /**
   * What the trial that this one continues had measured, for an evaluator that goes on where that
   * one ended. An evaluator that starts anew reports all steps from the first and pays no heed.
   *
   * @return its measurements in the order of their steps; empty if the trial continues none
   */
  default List<Measurement> continued() {
    return List.of();
  }

  /**
   * Asks between measurements; cheap.
   *
   * @return true if the evaluation should end as soon as possible, its outcome being thrown away
   */
  default boolean abandoned() {
    return false;
  }

  /** {@return a progress that nobody watches: it always says to go on} */
  static Progress unwatched() {
    return measurement -> Directive.CONTINUE;
  }
}
