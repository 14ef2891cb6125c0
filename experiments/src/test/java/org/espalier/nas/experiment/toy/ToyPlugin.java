package org.espalier.nas.experiment.toy;

import jakarta.inject.Inject;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.space.SearchSpace;

/** One or two components of each kind. */
public final class ToyPlugin implements NasPlugin {

  /** Settings of the other components. */
  public record Small(@Default("validation.accuracy") String metric) {}

  /** Never made: files are only read against it. */
  private abstract static class ToyDataset implements Dataset {
    @Inject
    ToyDataset() {}
  }

  /** Never made: files are only read against it. */
  private abstract static class ToySearchSpace implements SearchSpace {
    @Inject
    ToySearchSpace() {}
  }

  /** Never made: files are only read against it. */
  private abstract static class ToyController implements Controller {
    @Inject
    ToyController() {}
  }

  /** Never made: files are only read against it. */
  private abstract static class ToyEvaluator implements Evaluator {
    @Inject
    ToyEvaluator() {}
  }

  /** Never made: files are only read against it. */
  private abstract static class ToyReward implements Reward {
    @Inject
    ToyReward() {}
  }

  /** Never made: files are only read against it. */
  private abstract static class ToyStoppingRule implements StoppingRule {
    @Inject
    ToyStoppingRule() {}
  }

  /** Never made: files are only read against it. */
  private abstract static class ToyStudyListener implements StudyListener {
    @Inject
    ToyStudyListener() {}
  }

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(ComponentKind.DATASET, "moons", ToyDataset.class, Small.class);
    registry.component(ComponentKind.SEARCH_SPACE, "grid", ToySearchSpace.class, Small.class);
    registry.component(ComponentKind.CONTROLLER, "random", ToyController.class, NoSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "reinforce", ToyController.class, ToySettings.class);
    registry.component(ComponentKind.EVALUATOR, "table", ToyEvaluator.class, Small.class);
    registry.component(ComponentKind.REWARD, "metric", ToyReward.class, Small.class);
    registry.component(ComponentKind.STOPPING, "none", ToyStoppingRule.class, NoSettings.class);
    registry.component(ComponentKind.CALLBACK, "journal", ToyStudyListener.class, Small.class);
  }
}
