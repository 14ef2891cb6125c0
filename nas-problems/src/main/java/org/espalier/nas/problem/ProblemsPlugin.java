package org.espalier.nas.problem;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;

/** Plugin that contributes evaluators with known answers, for trying and comparing searches. */
public final class ProblemsPlugin implements NasPlugin {

  /** Creates the plugin. */
  public ProblemsPlugin() {}

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.EVALUATOR,
        "conditional-function",
        ConditionalFunctionEvaluator.class,
        ConditionalFunctionSettings.class);
    registry.component(
        ComponentKind.EVALUATOR,
        "nk-landscape",
        NkLandscapeEvaluator.class,
        NkLandscapeSettings.class);
    registry.component(
        ComponentKind.EVALUATOR,
        "test-function",
        TestFunctionEvaluator.class,
        TestFunctionSettings.class);
  }
}
