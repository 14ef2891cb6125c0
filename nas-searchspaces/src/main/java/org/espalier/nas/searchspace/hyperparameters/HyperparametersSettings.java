package org.espalier.nas.searchspace.hyperparameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;

/**
 * Which hyper-parameters are searched, and what must hold between them.
 *
 * @param parameters by name, asked in this order; for the evaluator {@code training} the name is
 *     the path of the setting in its place
 * @param constraints expressions over the parameters that must all hold
 */
public record HyperparametersSettings(
    @Description("Parameters by name: for training, the path of a setting.")
        @Example("{batch: {type: integer, low: 16, high: 128}}")
        Map<String, Parameter> parameters,
    @Default("[]") @Description("What must hold between them.") List<String> constraints) {

  /** Checks, by a trial run through conditions and constraints, and copies. */
  public HyperparametersSettings {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    constraints = List.copyOf(constraints);
    ParameterSet set = ParameterSetReader.read(parameters, constraints);
    new ConstraintValidation(set).run();
  }
}
