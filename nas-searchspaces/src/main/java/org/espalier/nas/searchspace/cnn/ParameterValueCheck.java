package org.espalier.nas.searchspace.cnn;

import java.util.List;
import java.util.function.Predicate;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.searchspace.hyperparameters.Parameter;

/** A check that all values of a parameter are valid for a property of a layer. */
public final class ParameterValueCheck {
  private ParameterValueCheck() {}

  /**
   * Checks the options of a parameter, or the ends of its range.
   *
   * @param setting the name of the setting
   * @param valid true for valid values
   * @param values a description of the valid values
   * @throws InvalidSettingException if a value is invalid, or the parameter has a condition
   */
  public static void require(
      String setting, Parameter parameter, Predicate<String> valid, String values) {
    if (parameter.when() != null) {
      throw new InvalidSettingException(
          setting,
          "%s has a condition (when: %s); properties of layers have none, leave it out."
              .formatted(setting, parameter.when()));
    }
    for (String value : ends(parameter.domain())) {
      if (!valid.test(value)) {
        throw new InvalidSettingException(
            setting, "%s (%s) must be %s.".formatted(setting, value, values));
      }
    }
  }

  /** Returns the options, or the ends of a range. */
  static List<String> ends(Domain domain) {
    return domain.fold(
        options -> options.options(),
        integers -> List.of(Long.toString(integers.low()), Long.toString(integers.high())),
        reals -> List.of(Double.toString(reals.low()), Double.toString(reals.high())));
  }
}
