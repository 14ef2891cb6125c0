package org.espalier.nas.controller.bayesian;

import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;

/** Controllers with default settings except for those under test. */
final class Searches {

  private Searches() {}

  static BayesianSettings settings(SurrogateSettings.Type type, int batch) {
    return settings(type, AcquisitionSettings.Type.LOG_EI, batch, 1000);
  }

  static BayesianSettings settings(
      SurrogateSettings.Type type, AcquisitionSettings.Type acquisition, int batch, int samples) {
    return new BayesianSettings(
        new SurrogateSettings(type, 1, 250, 50),
        new AcquisitionSettings(acquisition, 0, 4),
        null,
        batch,
        BayesianSettings.Lie.BELIEVER,
        samples,
        1000);
  }

  static BayesianSettings withActiveSet(int activeSet) {
    return new BayesianSettings(
        new SurrogateSettings(SurrogateSettings.Type.GAUSSIAN_PROCESS, 1, activeSet, 50),
        new AcquisitionSettings(AcquisitionSettings.Type.LOG_EI, 0, 4),
        null,
        1,
        BayesianSettings.Lie.BELIEVER,
        50,
        1000);
  }

  static BayesianController controller(
      BayesianSettings settings, SearchSpace space, RandomStreams streams) {
    return new BayesianController(settings, space, streams, Fidelity.epochs(9));
  }

  static ParegoSettings parego(int batch, int samples) {
    return new ParegoSettings(
        new SurrogateSettings(SurrogateSettings.Type.GAUSSIAN_PROCESS, 1, 250, 50),
        new AcquisitionSettings(AcquisitionSettings.Type.LOG_EI, 0, 4),
        null,
        batch,
        BayesianSettings.Lie.BELIEVER,
        samples,
        1000,
        0.05);
  }

  static ParegoController parego(
      ParegoSettings settings, SearchSpace space, RandomStreams streams, Objectives objectives) {
    return new ParegoController(settings, objectives, space, streams, Fidelity.epochs(9));
  }
}
