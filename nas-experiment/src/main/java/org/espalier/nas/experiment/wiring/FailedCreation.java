package org.espalier.nas.experiment.wiring;

import com.google.inject.ProvisionException;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.objective.UnsatisfiableConstraintException;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.Fault;

/**
 * The translation of errors in the creation of components to errors of the experiment.
 *
 * @param located the experiment, with the places of its settings
 * @param catalogue the components, which knows the plugin at fault
 */
record FailedCreation(LocatedExperiment located, Catalogue catalogue) {

  /** Returns the error of an experiment, one of whose parts could not be created. */
  RuntimeException of(BoundComponent<?> part, ProvisionException error) {
    Throwable cause = error;
    while (cause instanceof ProvisionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String key = part.registered().kind().key();
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof InvalidSettingException invalid) {
      return new InvalidExperimentException(located.place(key, invalid.setting()), message);
    } else if (cause instanceof InvalidHyperparameterException invalid) {
      return new InvalidExperimentException(
          located.hyperparameter(invalid.hyperparameter()), message);
    } else if (cause instanceof InvalidBackboneException invalid) {
      return new InvalidExperimentException(
          located.place("backbone", invalid.setting()), message, invalid);
    } else if (cause instanceof UnsatisfiableConstraintException unsatisfiable) {
      return new InvalidExperimentException(located.place("constraints"), message, unsatisfiable);
    }
    return cause instanceof NasException
        ? new InvalidExperimentException(located.place(key), message, cause)
        : new NasException(
            "The %s cannot be made: %s%s%s"
                .formatted(
                    part.title(),
                    anotherPlugin(part, cause),
                    FailedConstructor.of(cause).map(FailedConstructor::toString).orElse(""),
                    catalogue.reason(cause)),
            cause);
  }

  /** Returns the name of the plugin at fault, if a component failed in another plugin's object. */
  private String anotherPlugin(BoundComponent<?> part, Throwable cause) {
    return catalogue
        .fault(cause)
        .map(Fault::plugin)
        .filter(plugin -> !plugin.equals(part.registered().origin().location()))
        .map(plugin -> "in the plugin " + plugin + ", ")
        .orElse("");
  }
}
