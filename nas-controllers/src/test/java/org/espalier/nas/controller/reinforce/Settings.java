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
    @Nullable Double failedReward) {

  static Settings usual() {
    return new Settings(
        ReinforceSettings.Variant.CORRECT,
        4,
        0.5,
        new BaselineSettings(BaselineSettings.Type.CONSTANT, 0.5, 0.9),
        ReinforceSettings.Normalisation.NONE,
        ReinforceSettings.Predictor.OFF,
        false,
        5,
        null);
  }

  Settings variant(ReinforceSettings.Variant other) {
    return new Settings(
        other, batch, discount, baseline, normalise, predictor, repeats, maxRedraws, failedReward);
  }

  Settings baseline(BaselineSettings.Type type, double value, double decay) {
    BaselineSettings other = new BaselineSettings(type, value, decay);
    return new Settings(
        variant, batch, discount, other, normalise, predictor, repeats, maxRedraws, failedReward);
  }

  Settings normalise(ReinforceSettings.Normalisation other) {
    return new Settings(
        variant, batch, discount, baseline, other, predictor, repeats, maxRedraws, failedReward);
  }

  Settings predictor(ReinforceSettings.Predictor other) {
    return new Settings(
        variant, batch, discount, baseline, normalise, other, repeats, maxRedraws, failedReward);
  }

  Settings repeating() {
    return new Settings(
        variant, batch, discount, baseline, normalise, predictor, true, maxRedraws, failedReward);
  }

  Settings failedReward(double other) {
    return new Settings(
        variant, batch, discount, baseline, normalise, predictor, repeats, maxRedraws, other);
  }

  ReinforceSettings build() {
    return new ReinforceSettings(
        variant,
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
        8,
        4,
        0,
        new Adam(0.01),
        repeats,
        maxRedraws,
        failedReward,
        16);
  }
}
