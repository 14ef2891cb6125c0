package org.espalier.nas.searchspace.cnn;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.searchspace.hyperparameters.Parameter;

/**
 * The layers between the last convolution and the output layer: the image becomes a row, which
 * dense layers may follow.
 *
 * @param pooling the ways to make a row: {@code flatten}, {@code global} (means of the channels)
 * @param minLayers the smallest number of dense layers
 * @param maxLayers the largest number of dense layers
 * @param units the widths of dense layers
 * @param dropout the rates of dropout after each dense layer
 * @param activation the activation of dense layers
 */
public record ChainHead(
    @Default("{type: categorical, options: [flatten]}")
        @Description("Ways to make a row of an image: flatten, global.")
        Parameter pooling,
    @Default("0") @Description("Smallest number of dense layers.") @Range("[0, 20]") int minLayers,
    @Default("0") @Description("Largest number of dense layers.") @Range("[0, 20]") int maxLayers,
    @Default("{type: categorical, options: ['64', '128'], ordered: true}")
        @Description("Widths of dense layers.")
        Parameter units,
    @Default("{type: categorical, options: ['0.0']}")
        @Description("Rates of dropout after dense layers.")
        Parameter dropout,
    @Default("relu") @Description("Activation of dense layers.") Activation activation) {

  /** Checks the values. */
  public ChainHead {
    SettingRanges.check(ChainHead.class, pooling, minLayers, maxLayers, units, dropout, activation);
    if (maxLayers < minLayers) {
      throw new InvalidSettingException(
          "maxLayers",
          "maxLayers (%d) must not be below minLayers (%d).".formatted(maxLayers, minLayers));
    }
    ParameterValueCheck.require(
        "pooling",
        pooling,
        value -> value.equals("flatten") || value.equals("global"),
        "flatten or global");
    ParameterValueCheck.require(
        "units", units, LayerProperty::isPositive, "a whole number of at least 1");
    ParameterValueCheck.require("dropout", dropout, LayerProperty::isRate, "a number in [0, 1)");
  }
}
