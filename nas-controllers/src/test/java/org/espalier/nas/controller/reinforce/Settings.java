package org.espalier.nas.controller.reinforce;

import org.espalier.nas.api.training.Adam;
import org.jspecify.annotations.Nullable;

/** Settings of policy-gradient search for tests; single values are changed by name. */
record Settings(
    ReinforceSettings.Variant variant,
    int batch,
    double discount,
    BaselineSettings baseline,
    ReinforceSettings.Normalisation normalise,
    ReinforceSettings.Predictor predictor,
    boolean repeats,
    int maxRedraws,
    @Nullable Double failedReward,
    double exploration) {

  static Settings usual() {
    return new Settings(
        ReinforceSettings.Variant.CORRECT,
        4,
        0.5,
        new BaselineSettings(BaselineSettings.Type.CONSTANT, 0.5, 0.9, 20),
        ReinforceSettings.Normalisation.NONE,
        ReinforceSettings.Predictor.OFF,
        false,
        5,
        null,
        0);
  }

  /** Returns the published deterministic policy, which learns after each trial. */
  static Settings wallarm() {
    Settings usual = usual().variant(ReinforceSettings.Variant.AS_PUBLISHED_WALLARM).repeating();
    return usual.batch(1);
  }

  Settings batch(int other) {
    return new Settings(
        variant,
        other,
        discount,
        baseline,
        normalise,
        predictor,
        repeats,
        maxRedraws,
        failedReward,
        exploration);
  }

  Settings exploring(double other) {
    return new Settings(
        variant,
        batch,
        discount,
        baseline,
        normalise,
        predictor,
        repeats,
        maxRedraws,
        failedReward,
        other);
  }

  Settings variant(ReinforceSettings.Variant other) {
    return new Settings(
        other,
        batch,
        discount,
        baseline,
        normalise,
        predictor,
        repeats,
        maxRedraws,
        failedReward,
        exploration);
  }

  Settings baseline(BaselineSettings.Type type, double value, double decay) {
    BaselineSettings other = new BaselineSettings(type, value, decay, 20);
    return new Settings(
        variant,
        batch,
        discount,
        other,
        normalise,
        predictor,
        repeats,
        maxRedraws,
        failedReward,
        exploration);
  }

  Settings normalise(ReinforceSettings.Normalisation other) {
    return new Settings(
        variant,
        batch,
        discount,
        baseline,
        other,
        predictor,
        repeats,
        maxRedraws,
        failedReward,
        exploration);
  }

  Settings predictor(ReinforceSettings.Predictor other) {
    return new Settings(
        variant,
        batch,
        discount,
        baseline,
        normalise,
        other,
        repeats,
        maxRedraws,
        failedReward,
        exploration);
  }

  Settings repeating() {
    return new Settings(
        variant,
        batch,
        discount,
        baseline,
        normalise,
        predictor,
        true,
        maxRedraws,
        failedReward,
        exploration);
  }

  Settings failedReward(double other) {
    return new Settings(
        variant,
        batch,
        discount,
        baseline,
        normalise,
        predictor,
        repeats,
        maxRedraws,
        other,
        exploration);
  }

  ReinforceSettings build() {
    return new ReinforceSettings(
        variant,
        ReinforceSettings.Cell.LSTM,
        batch,
        10,
        discount,
        baseline,
        normalise,
        0.01,
        0.2,
        predictor,
        1,
        3,
        0.0,
        2.0,
        exploration,
        0.9,
        1,
        0,
        8,
        4,
        0,
        new Adam(0.01),
        repeats,
        maxRedraws,
        failedReward,
        null,
        16);
  }
}
