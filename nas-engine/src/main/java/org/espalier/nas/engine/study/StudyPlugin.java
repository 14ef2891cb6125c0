package org.espalier.nas.engine.study;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.engine.evaluator.HiddenArchitecture;
import org.espalier.nas.engine.evaluator.HiddenArchitectureSettings;
import org.espalier.nas.engine.reward.MetricReward;
import org.espalier.nas.engine.reward.MetricRewardSettings;
import org.espalier.nas.engine.stopping.LearningCurveSettings;
import org.espalier.nas.engine.stopping.LearningCurveStopping;
import org.espalier.nas.engine.stopping.MedianSettings;
import org.espalier.nas.engine.stopping.MedianStopping;
import org.espalier.nas.engine.stopping.NoStopping;
import org.espalier.nas.engine.stopping.PatienceSettings;
import org.espalier.nas.engine.stopping.PatienceStopping;
import org.espalier.nas.engine.stopping.SuccessiveHalvingStopping;
import org.espalier.nas.engine.stopping.SuccessiveHalvingStoppingSettings;
import org.espalier.nas.engine.stopping.ThresholdSettings;
import org.espalier.nas.engine.stopping.ThresholdStopping;
import org.espalier.nas.engine.table.TableLibrary;
import org.espalier.nas.engine.table.TabularEvaluator;
import org.espalier.nas.engine.table.TabularSettings;

/** The components that every study can do with: a reward, stopping rules, tables, a bandit. */
public final class StudyPlugin implements NasPlugin {

  /** Creates the plugin. */
  public StudyPlugin() {}

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.REWARD, "metric", MetricReward.class, MetricRewardSettings.class);
    registry.component(
        ComponentKind.STOPPING,
        "learning-curve",
        LearningCurveStopping.class,
        LearningCurveSettings.class);
    registry.component(
        ComponentKind.STOPPING, "median", MedianStopping.class, MedianSettings.class);
    registry.component(ComponentKind.STOPPING, "none", NoStopping.class, NoSettings.class);
    registry.component(
        ComponentKind.STOPPING, "patience", PatienceStopping.class, PatienceSettings.class);
    registry.component(
        ComponentKind.STOPPING,
        "successive-halving",
        SuccessiveHalvingStopping.class,
        SuccessiveHalvingStoppingSettings.class);
    registry.component(
        ComponentKind.STOPPING, "threshold", ThresholdStopping.class, ThresholdSettings.class);
    registry.component(
        ComponentKind.EVALUATOR,
        "hidden-architecture",
        HiddenArchitecture.class,
        HiddenArchitectureSettings.class);
    registry.component(
        ComponentKind.EVALUATOR, "tabular", TabularEvaluator.class, TabularSettings.class);
    registry.service(TableLibrary.class, TableLibrary.class);
  }
}
