package org.espalier.nas.tf.policy;

import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.random.RandomController;
import org.espalier.nas.controller.random.RandomSettings;
import org.espalier.nas.controller.reinforce.BaselineSettings;
import org.espalier.nas.controller.reinforce.ReinforceController;
import org.espalier.nas.controller.reinforce.ReinforceSettings;

/** Controllers with the settings that the bandit tests state. */
final class Searches {
  private static final BaselineSettings HALF =
      new BaselineSettings(BaselineSettings.Type.CONSTANT, 0.5, 0.9, 20);
  private static final OptimizerSettings ADAM =
      new Adam(0.005, Schedule.constant(), 0.9, 0.999, 1e-7, 1);

  private Searches() {}

  /** Returns the defaults of {@link ReinforceSettings}. */
  static ReinforceSettings correct(boolean repeats) {
    return settings(ReinforceSettings.Variant.CORRECT, 0.03, 0.2, ADAM, repeats);
  }

  /** Returns the published constants: Adam 0.01 with decay 0.1, no entropy bonus, no clipping. */
  static ReinforceSettings asPublished(boolean repeats) {
    return settings(ReinforceSettings.Variant.AS_PUBLISHED, 0, 0, decayingAdam(), repeats);
  }

  private static ReinforceSettings settings(
      ReinforceSettings.Variant variant,
      double entropyWeight,
      double clipRatio,
      OptimizerSettings optimizer,
      boolean repeats) {
    return new ReinforceSettings(
        variant,
        ReinforceSettings.Cell.LSTM,
        10,
        10,
        0.9,
        HALF,
        ReinforceSettings.Normalisation.Z_SCORE,
        entropyWeight,
        clipRatio,
        ReinforceSettings.Predictor.LOG,
        1,
        4,
        null,
        null,
        0,
        1,
        1,
        0,
        100,
        32,
        0,
        optimizer,
        repeats,
        100,
        null,
        null,
        16);
  }

  private static OptimizerSettings decayingAdam() {
    return new Adam(0.01, new Schedule.TimeDecaySchedule(0.1), 0.9, 0.999, 1e-7, 1);
  }

  /**
   * Returns a NASCell policy with the defaults of {@link ReinforceSettings}, but for repeats, so
   * that its draws show what it has learnt, and without predictor.
   *
   * @param exploration the probability of a uniform draw
   */
  static ReinforceSettings nascell(double exploration) {
    return nascell(exploration, 10, 100);
  }

  /** Returns a NASCell policy that is small and learns in few passes. */
  static ReinforceSettings smallNascell(double exploration) {
    return nascell(exploration, 5, 32);
  }

  private static ReinforceSettings nascell(double exploration, int trainEpochs, int units) {
    return new ReinforceSettings(
        ReinforceSettings.Variant.CORRECT,
        ReinforceSettings.Cell.NASCELL,
        10,
        trainEpochs,
        0.9,
        HALF,
        ReinforceSettings.Normalisation.Z_SCORE,
        0.03,
        0.2,
        ReinforceSettings.Predictor.OFF,
        1,
        4,
        null,
        null,
        exploration,
        1,
        1,
        0,
        units,
        32,
        0,
        ADAM,
        true,
        100,
        null,
        null,
        16);
  }

  /** Returns the published NASCell search with the constants of the article. */
  static ReinforceSettings wallarm() {
    return new ReinforceSettings(
        ReinforceSettings.Variant.AS_PUBLISHED_WALLARM,
        ReinforceSettings.Cell.NASCELL,
        1,
        1,
        0.99,
        HALF,
        ReinforceSettings.Normalisation.NONE,
        0,
        0,
        ReinforceSettings.Predictor.OFF,
        1,
        4,
        null,
        null,
        0.3,
        1,
        1,
        0,
        1,
        1,
        0.001,
        new Rmsprop(0.99, new Schedule.ExponentialSchedule(0.96, 500), 0, 0.9, 1e-10, 0),
        true,
        100,
        null,
        null,
        16);
  }

  static ReinforceController reinforce(ReinforceSettings settings, Bandit bandit, long seed) {
    return reinforce(settings, bandit.space(), seed);
  }

  static ReinforceController reinforce(ReinforceSettings settings, SearchSpace space, long seed) {
    return new ReinforceController(
        settings,
        space,
        new RandomStreams(seed),
        Fidelity.epochs(1),
        new TensorFlowPolicyNetworks());
  }

  static RandomController random(Bandit bandit, long seed) {
    return new RandomController(
        new RandomSettings(RandomSettings.Sampling.DECISIONS, false, 10, 100),
        bandit.space(),
        new RandomStreams(seed),
        Fidelity.epochs(1));
  }
}
