package org.espalier.nas.engine.study;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.engine.evaluator.HiddenArchitecture;
import org.espalier.nas.engine.evaluator.HiddenArchitectureSettings;
import org.espalier.nas.engine.reward.MetricReward;
import org.espalier.nas.engine.reward.MetricRewardSettings;
import org.espalier.nas.engine.stopping.NoStopping;

/** The components that every study can do with: a reward, a stopping rule, a bandit. */
public final class StudyPlugin implements NasPlugin {

  /** Creates the plugin. */
  public StudyPlugin() {}

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.REWARD, "metric", MetricReward.class, MetricRewardSettings.class);
    registry.component(ComponentKind.STOPPING, "none", NoStopping.class, NoSettings.class);
    registry.component(
        ComponentKind.EVALUATOR,
        "hidden-architecture",
        HiddenArchitecture.class,
        HiddenArchitectureSettings.class);
  }
}
