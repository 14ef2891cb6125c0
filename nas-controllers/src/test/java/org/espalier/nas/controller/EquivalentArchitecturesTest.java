package org.espalier.nas.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.asha.AshaController;
import org.espalier.nas.controller.asha.AshaSettings;
import org.espalier.nas.controller.evolution.EvolutionController;
import org.espalier.nas.controller.evolution.EvolutionSettings;
import org.espalier.nas.controller.local.LocalSearchController;
import org.espalier.nas.controller.local.LocalSearchSettings;
import org.espalier.nas.controller.nsga2.Nsga2Controller;
import org.espalier.nas.controller.nsga2.Nsga2Settings;
import org.espalier.nas.controller.random.RandomController;
import org.espalier.nas.controller.random.RandomSettings;
import org.espalier.nas.controller.tpe.TpeController;
import org.espalier.nas.controller.tpe.TpeSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Test that controllers with their default settings count equivalent architectures as one. */
final class EquivalentArchitecturesTest {
  private static final SearchSpace SPACE = new FoldedSpace();

  static Stream<Controller> controllers() {
    RandomStreams streams = new RandomStreams(5);
    Fidelity fidelity = Fidelity.epochs(1);
    Objectives reward = Objectives.reward();
    return Stream.of(
        new RandomController(
            new RandomSettings(RandomSettings.Sampling.DECISIONS, false, 10, 100),
            SPACE,
            streams,
            fidelity),
        new EvolutionController(
            new EvolutionSettings(3, 2, 0, true, 0, false, 1, 100),
            reward,
            SPACE,
            streams,
            fidelity),
        new LocalSearchController(
            new LocalSearchSettings(LocalSearchSettings.Acceptance.FIRST, 2, 3, 1, 100),
            SPACE,
            streams,
            fidelity),
        new TpeController(
            new TpeSettings(3, 24, 0.1, 25, 1, true, true, false, true, 1),
            SPACE,
            streams,
            fidelity),
        new AshaController(
            new AshaSettings(0, 1, 100, 0, true, 32, 1), reward, SPACE, streams, fidelity),
        new Nsga2Controller(new Nsga2Settings(3, 0.9, 1, 100), reward, SPACE, streams, fidelity));
  }

  @ParameterizedTest
  @MethodSource("controllers")
  void eachIsProposedOnceAndTheSearchEnds(Controller controller) {
    List<Architecture> proposed =
        new Trials(architecture -> architecture.choices().get(0).number())
            .run(controller, 100)
            .architectures();
    assertThat(proposed)
        .extracting(SPACE::canonical)
        .hasSize(FoldedSpace.DISTINCT)
        .doesNotHaveDuplicates();
  }
}
