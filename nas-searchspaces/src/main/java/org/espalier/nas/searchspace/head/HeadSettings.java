package org.espalier.nas.searchspace.head;

import java.util.Objects;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.searchspace.cnn.ParameterValueCheck;
import org.espalier.nas.searchspace.hyperparameters.Parameter;

/**
 * The layers of heads. A property with a single value is not decided, except the dropout.
 *
 * @param pooling the ways to make a row of features of height × width × channels: {@code flatten},
 *     {@code global} (means of the channels)
 * @param units the widths of a dense layer before the output layer; 0 for none
 * @param activation the activation of that layer
 * @param dropout the rates of dropout before each dense layer, the output layer included
 */
public record HeadSettings(
    @Default("{type: categorical, options: [flatten]}")
        @Description("Ways to make a row of an image's features: flatten, global.")
        Parameter pooling,
    @Default("{type: categorical, options: ['0'], ordered: true}")
        @Description("Widths of a dense layer before the output layer; 0 for none.")
        Parameter units,
    @Default("relu") @Description("Activation of that layer.") Activation activation,
    @Default("{type: real, low: 0.1, high: 0.8, step: 0.1}")
        @Description("Rates of dropout before each dense layer, the output layer included.")
        Parameter dropout) {

  /** Checks the values. */
  public HeadSettings {
    Objects.requireNonNull(activation);
    ParameterValueCheck.require(
        "pooling",
        pooling,
        value -> value.equals(Head.FLATTEN) || value.equals(Head.GLOBAL),
        "flatten or global");
    ParameterValueCheck.require(
        "units", units, value -> value.matches("\\d{1,7}"), "a whole number of at least 0");
    ParameterValueCheck.require(
        "dropout", dropout, HeadSettings::isRate, "a number in [0, 1), such as 0.5");
  }

  private static boolean isRate(String value) {
    try {
      double rate = Double.parseDouble(value);
      return rate >= 0 && rate < 1;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
