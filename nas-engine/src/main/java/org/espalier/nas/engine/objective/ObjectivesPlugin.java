package org.espalier.nas.engine.objective;

import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.engine.objective.scalarisation.Chebyshev;
import org.espalier.nas.engine.objective.scalarisation.ChebyshevSettings;
import org.espalier.nas.engine.objective.scalarisation.MnasNetScalarisation;
import org.espalier.nas.engine.objective.scalarisation.MnasNetSettings;
import org.espalier.nas.engine.objective.scalarisation.Penalty;
import org.espalier.nas.engine.objective.scalarisation.PenaltySettings;
import org.espalier.nas.engine.objective.scalarisation.WeightedSum;
import org.espalier.nas.engine.objective.scalarisation.WeightedSumSettings;
import org.espalier.nas.engine.table.TableFacts;

/** Objectives that need no backend, and functions that make one reward of several. */
public final class ObjectivesPlugin implements NasPlugin {

  /** Creates the plugin. */
  public ObjectivesPlugin() {}

  @Override
  public void configure(PluginRegistry registry) {
    objectives(registry);
    scalarisations(registry);
    registry.service(ProcessAccess.class, ProcessAccess.class);
    registry.service(TableFacts.class, TableFacts.class);
  }

  private static void objectives(PluginRegistry registry) {
    ComponentKind<ObjectiveFunction> kind = ComponentKind.OBJECTIVE;
    registry.component(kind, "fact", FactObjective.class, FactObjectiveSettings.class);
    registry.component(kind, "flops", FlopsObjective.class, ReferenceSettings.class);
    registry.component(kind, "metric", MetricObjective.class, MetricObjectiveSettings.class);
    registry.component(kind, "parameters", ParametersObjective.class, ReferenceSettings.class);
    registry.component(kind, "size", SizeObjective.class, ReferenceSettings.class);
    registry.component(
        kind, "training-seconds", TrainingSecondsObjective.class, ReferenceSettings.class);
  }

  private static void scalarisations(PluginRegistry registry) {
    ComponentKind<Scalarisation> kind = ComponentKind.SCALARISATION;
    registry.component(kind, "chebyshev", Chebyshev.class, ChebyshevSettings.class);
    registry.component(kind, "mnasnet", MnasNetScalarisation.class, MnasNetSettings.class);
    registry.component(kind, "penalty", Penalty.class, PenaltySettings.class);
    registry.component(kind, "weighted-sum", WeightedSum.class, WeightedSumSettings.class);
  }
}
