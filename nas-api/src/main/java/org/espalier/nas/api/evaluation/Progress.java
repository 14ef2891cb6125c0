package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Measurement;

/** A receiver of a running trial's measurements that tells the trial to continue or to end. */
@API(status = MAINTAINED, since = "0.1")
@FunctionalInterface
public interface Progress {

  /**
   * Reports a measurement.
   *
   * @param measurement its step is greater than that of the one before; one that is not greater
   *     than the last of {@link #continued()} replaces it and what followed it
   * @return the directive to continue, to end, or to abandon the trial
   */
  Directive report(Measurement measurement);

  /**
   * Returns the measurements of the trial that this one continues, for an evaluator that resumes
   * where that one ended. An evaluator that starts from scratch ignores them and reports all steps.
   *
   * @return measurements in the order of their steps; empty if the trial continues none
   */
  default List<Measurement> continued() {
    return List.of();
  }

  /**
   * Returns true if the evaluation was abandoned; cheap to call between measurements.
   *
   * @return true if the evaluation should end as soon as possible; its outcome is discarded
   */
  default boolean abandoned() {
    return false;
  }

  /** {@return a progress that ignores measurements and always continues} */
  static Progress unwatched() {
    return measurement -> Directive.CONTINUE;
  }
}
