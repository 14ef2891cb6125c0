package org.espalier.nas.experiment.wiring;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Place;

/** Asks an evaluator's settings what must be known of it before there is one. */
final class EvaluatorCheck {

  private EvaluatorCheck() {}

  /**
   * Finds out whether the settings can say it: those of an evaluator that answers from a file look
   * into it.
   *
   * @throws InvalidExperimentException if not
   */
  static void require(LocatedExperiment located, Parts parts) {
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
