package org.espalier.nas.searchspace.hyperparameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;

/**
 * The hyper-parameters to search, and the constraints between them.
 *
 * @param parameters parameters by name, asked in this order; for the evaluator {@code training} a
 *     name is the path of the setting that the parameter replaces
 * @param constraints expressions over the parameters that must all hold
 */
public record HyperparametersSettings(
    @Description("Parameters by name: for training, the path of a setting.")
        @Example("{batch: {type: integer, low: 16, high: 128}}")
        Map<String, Parameter> parameters,
    @Default("[]") @Description("Expressions over the parameters that must all hold.")
        List<String> constraints) {

  /** Checks the settings, by a trial run through conditions and constraints, and copies them. */
  public HyperparametersSettings {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    constraints = List.copyOf(constraints);
    ParameterSet set = ParameterSetReader.read(parameters, constraints);
    new ConstraintValidation(set).run();
  }
}
