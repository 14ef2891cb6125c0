package org.espalier.nas.searchspace.cnn;

import java.util.Optional;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.searchspace.hyperparameters.Parameter;

/** The properties of a convolutional layer, in the order in which they are decided. */
enum LayerProperty {
  KERNEL("kernel", "a whole number of at least 1") {
    @Override
    boolean accepts(String value) {
      return isPositive(value);
    }

    @Override
    Optional<Parameter> of(ChainCnnSettings settings) {
      return Optional.ofNullable(settings.kernel());
    }
  },
  FILTERS("filters", "a whole number of at least 1") {
    @Override
    boolean accepts(String value) {
      return isPositive(value);
    }

    @Override
    Optional<Parameter> of(ChainCnnSettings settings) {
      return Optional.ofNullable(settings.filters());
    }
  },
  STRIDE("stride", "a whole number of at least 1") {
    @Override
    boolean accepts(String value) {
      return isPositive(value);
    }

    @Override
    Optional<Parameter> of(ChainCnnSettings settings) {
      return Optional.ofNullable(settings.stride());
    }
  },
  POOL("pool", "a whole number of at least 1") {
    @Override
    boolean accepts(String value) {
      return isPositive(value);
    }

    @Override
    Optional<Parameter> of(ChainCnnSettings settings) {
      return Optional.ofNullable(settings.pool());
    }
  },
  DROPOUT("dropout", "a number in [0, 1)") {
    @Override
    boolean accepts(String value) {
      return isRate(value);
    }

    @Override
    Optional<Parameter> of(ChainCnnSettings settings) {
      return Optional.ofNullable(settings.dropout());
    }
  },
  ACTIVATION("activation", "an activation function other than softmax") {
    @Override
    boolean accepts(String value) {
      return Activation.ofLabel(value)
          .filter(activation -> activation != Activation.SOFTMAX)
          .isPresent();
    }

    @Override
    Optional<Parameter> of(ChainCnnSettings settings) {
      return Optional.ofNullable(settings.activation());
    }
  },
  BATCH_NORM("batchNorm", "true or false") {
    @Override
    boolean accepts(String value) {
      return value.equals("true") || value.equals("false");
    }

    @Override
    Optional<Parameter> of(ChainCnnSettings settings) {
      return Optional.ofNullable(settings.batchNorm());
    }
  };

  private final String key;
  private final String validValues;

  LayerProperty(String key, String validValues) {
    this.key = key;
    this.validValues = validValues;
  }

  /** Returns the name in experiment files. */
  String key() {
    return key;
  }

  /** Returns a description of the valid values. */
  String validValues() {
    return validValues;
  }

  /** Returns true if a value, as it is written in an architecture, is valid. */
  abstract boolean accepts(String value);

  /** Returns the values to choose from; empty if the preset's are to be used. */
  abstract Optional<Parameter> of(ChainCnnSettings settings);

  /** Returns the name of the decision for a layer, counted from 1. */
  String decision(int layer) {
    return key + " " + layer;
  }

  static boolean isPositive(String value) {
    return value.matches("[1-9][0-9]{0,8}");
  }

  static boolean isRate(String value) {
    try {
      double rate = Double.parseDouble(value);
      return rate >= 0 && rate < 1;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
