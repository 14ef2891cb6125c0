package org.espalier.nas.experiment.wiring;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Place;

/** A check that an evaluator's settings state the properties needed before it is created. */
final class EvaluatorCheck {

  private EvaluatorCheck() {}

  /**
   * Checks that the settings can state them; the settings of an evaluator that answers from a file
   * read the file.
   *
   * @throws InvalidExperimentException if they cannot
   */
  static void require(LocatedExperiment located, ExperimentComponents parts) {
    try {
      parts.evaluatorSettings().fullFidelity();
    } catch (InvalidSettingException invalid) {
      throw refused(located.place(ComponentKind.EVALUATOR.key(), invalid.setting()), invalid);
    } catch (NasException refused) {
      throw refused(located.place(ComponentKind.EVALUATOR.key()), refused);
    }
  }

  private static InvalidExperimentException refused(Place place, NasException cause) {
    return new InvalidExperimentException(place, String.valueOf(cause.getMessage()));
  }
}
