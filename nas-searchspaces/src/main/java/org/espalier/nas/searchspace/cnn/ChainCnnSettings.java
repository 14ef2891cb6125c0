package org.espalier.nas.searchspace.cnn;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.searchspace.hyperparameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The number and properties of the layers of chain networks. A property with a single value is not
 * decided.
 *
 * @param preset the source of the properties that are null
 * @param minLayers the smallest number of convolutional layers
 * @param maxLayers the largest number of convolutional layers
 * @param kernel the widths of square kernels
 * @param filters the numbers of filters
 * @param stride the strides
 * @param pool the widths and strides of the max pool after a convolution; 1 for none
 * @param dropout the rates of dropout after each layer
 * @param activation the activation functions
 * @param batchNorm {@code true} for batch normalisation after the convolution, {@code false} for
 *     none
 * @param skips true if each layer decides which of the layers before it it reads
 * @param head the layers after the convolutions
 */
public record ChainCnnSettings(
    @Default("standard")
        @Description("Values of the properties that are absent: standard or wallarm.")
        Preset preset,
    @Default("1") @Description("Smallest number of convolutional layers.") @Range("[1, 50]")
        int minLayers,
    @Default("4") @Description("Largest number of convolutional layers.") @Range("[1, 50]")
        int maxLayers,
    @Nullable @Description("Widths of square kernels.") Parameter kernel,
    @Nullable @Description("Numbers of filters.") Parameter filters,
    @Nullable @Description("Strides of convolutions.") Parameter stride,
    @Nullable @Description("Widths of the max pool after a convolution; 1 for none.")
        Parameter pool,
    @Nullable @Description("Rates of dropout after each layer.") Parameter dropout,
    @Nullable @Description("Activation functions.") Parameter activation,
    @Nullable @Description("Batch normalisation after convolutions: true, false.")
        Parameter batchNorm,
    @Default("false")
        @Description("Each layer decides which of the earlier ones it reads (skip connections).")
        boolean skips,
    @Default("{}") @Description("Layers after the convolutions.") ChainHead head) {

  /** Checks the numbers and values. */
  public ChainCnnSettings {
    SettingRanges.check(
        ChainCnnSettings.class,
        preset,
        minLayers,
        maxLayers,
        kernel,
        filters,
        stride,
        pool,
        dropout,
        activation,
        batchNorm,
        skips,
        head);
    if (maxLayers < minLayers) {
      throw new InvalidSettingException(
          "maxLayers",
          "maxLayers (%d) must not be below minLayers (%d).".formatted(maxLayers, minLayers));
    }
    require(LayerProperty.KERNEL, kernel);
    require(LayerProperty.FILTERS, filters);
    require(LayerProperty.STRIDE, stride);
    require(LayerProperty.POOL, pool);
    require(LayerProperty.DROPOUT, dropout);
    require(LayerProperty.ACTIVATION, activation);
    require(LayerProperty.BATCH_NORM, batchNorm);
  }

  private static void require(LayerProperty property, @Nullable Parameter parameter) {
    if (parameter != null) {
      ParameterValueCheck.require(
          property.key(), parameter, property::accepts, property.validValues());
    }
  }

  /** Returns the values of a property. */
  Domain domain(LayerProperty property) {
    return property.of(this).orElseGet(() -> preset.of(property)).domain();
  }
}
