package org.espalier.nas.controller;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.controller.asha.AshaController;
import org.espalier.nas.controller.asha.AshaSettings;
import org.espalier.nas.controller.bayesian.BayesianController;
import org.espalier.nas.controller.bayesian.BayesianSettings;
import org.espalier.nas.controller.bayesian.ParegoController;
import org.espalier.nas.controller.bayesian.ParegoSettings;
import org.espalier.nas.controller.bohb.BohbController;
import org.espalier.nas.controller.bohb.BohbSettings;
import org.espalier.nas.controller.cmaes.CmaEsController;
import org.espalier.nas.controller.cmaes.CmaEsSettings;
import org.espalier.nas.controller.evolution.EvolutionController;
import org.espalier.nas.controller.evolution.EvolutionSettings;
import org.espalier.nas.controller.given.GivenController;
import org.espalier.nas.controller.given.GivenSettings;
import org.espalier.nas.controller.grid.GridController;
import org.espalier.nas.controller.grid.GridSettings;
import org.espalier.nas.controller.hyperband.HyperbandController;
import org.espalier.nas.controller.hyperband.HyperbandSettings;
import org.espalier.nas.controller.hyperband.SuccessiveHalvingController;
import org.espalier.nas.controller.hyperband.SuccessiveHalvingSettings;
import org.espalier.nas.controller.local.LocalSearchController;
import org.espalier.nas.controller.local.LocalSearchSettings;
import org.espalier.nas.controller.nsga2.Nsga2Controller;
import org.espalier.nas.controller.nsga2.Nsga2Settings;
import org.espalier.nas.controller.population.PopulationController;
import org.espalier.nas.controller.population.PopulationSettings;
import org.espalier.nas.controller.quasirandom.QuasiRandomController;
import org.espalier.nas.controller.quasirandom.QuasiRandomSettings;
import org.espalier.nas.controller.random.RandomController;
import org.espalier.nas.controller.random.RandomSettings;
import org.espalier.nas.controller.reinforce.ReinforceController;
import org.espalier.nas.controller.reinforce.ReinforceSettings;
import org.espalier.nas.controller.tpe.TpeController;
import org.espalier.nas.controller.tpe.TpeSettings;

/** Plugin that contributes the built-in controllers. */
public final class ControllersPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(ComponentKind.CONTROLLER, "asha", AshaController.class, AshaSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "bayesian", BayesianController.class, BayesianSettings.class);
    registry.component(ComponentKind.CONTROLLER, "bohb", BohbController.class, BohbSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "cma-es", CmaEsController.class, CmaEsSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "evolution", EvolutionController.class, EvolutionSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "given", GivenController.class, GivenSettings.class);
    registry.component(ComponentKind.CONTROLLER, "grid", GridController.class, GridSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "hyperband", HyperbandController.class, HyperbandSettings.class);
    registry.component(
        ComponentKind.CONTROLLER,
        "local-search",
        LocalSearchController.class,
        LocalSearchSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "nsga2", Nsga2Controller.class, Nsga2Settings.class);
    registry.component(
        ComponentKind.CONTROLLER, "parego", ParegoController.class, ParegoSettings.class);
    registry.component(
        ComponentKind.CONTROLLER,
        "population-based-training",
        PopulationController.class,
        PopulationSettings.class);
    registry.component(
        ComponentKind.CONTROLLER,
        "quasi-random",
        QuasiRandomController.class,
        QuasiRandomSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "random", RandomController.class, RandomSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "reinforce", ReinforceController.class, ReinforceSettings.class);
    registry.component(
        ComponentKind.CONTROLLER,
        "successive-halving",
        SuccessiveHalvingController.class,
        SuccessiveHalvingSettings.class);
    registry.component(ComponentKind.CONTROLLER, "tpe", TpeController.class, TpeSettings.class);
  }
}
