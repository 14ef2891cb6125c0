package org.espalier.nas.tf.policy;

import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.OptimizerSettings;
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
      new BaselineSettings(BaselineSettings.Type.CONSTANT, 0.5, 0.9);

  private Searches() {}

  /** Returns the defaults of {@link ReinforceSettings}. */
  static ReinforceSettings correct(boolean repeats) {
    return new ReinforceSettings(
        ReinforceSettings.Variant.CORRECT,
        10,
        10,
        0.9,
        HALF,
        ReinforceSettings.Normalisation.Z_SCORE,
        0.03,
        0.2,
        ReinforceSettings.Predictor.LOG,
        1,
        4,
        null,
        null,
        100,
        32,
        0,
        new Adam(0.005, Schedule.constant(), 0.9, 0.999, 1e-7, 1),
        repeats,
        100,
        null,
        16);
  }

  /** Returns the published constants: Adam 0.01 with decay 0.1, no entropy bonus, no clipping. */
  static ReinforceSettings asPublished(boolean repeats) {
    return new ReinforceSettings(
        ReinforceSettings.Variant.AS_PUBLISHED,
        10,
        10,
        0.9,
        HALF,
        ReinforceSettings.Normalisation.Z_SCORE,
        0,
        0,
        ReinforceSettings.Predictor.LOG,
        1,
        4,
        null,
        null,
        100,
        32,
        0,
        decayingAdam(),
        repeats,
        100,
        null,
        16);
  }

  private static OptimizerSettings decayingAdam() {
    return new Adam(0.01, new Schedule.TimeDecaySchedule(0.1), 0.9, 0.999, 1e-7, 1);
  }

  static ReinforceController reinforce(ReinforceSettings settings, Bandit bandit, long seed) {
    return new ReinforceController(
        settings,
        bandit.space(),
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
