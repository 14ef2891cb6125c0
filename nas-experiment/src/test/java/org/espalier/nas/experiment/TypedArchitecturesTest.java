package org.espalier.nas.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.engine.steering.SteeringCommand.EnqueueArchitecture;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Architectures that are enqueued by their texts in tables, for each kind of search space. */
class TypedArchitecturesTest {
  @TempDir Path folder;

  private SearchResult search(String space, List<SteeringRequest> commands) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("typed.yaml"),
            """
            name: typed
            dataset: {type: digit-images, samples: 100, size: 16, prepare: {split: {validation: 0.2, test: 0.2}}}
            searchSpace: %s
            controller: {type: random}
            evaluator: {type: hidden-architecture}
            budget: {trials: 8}
            """
                .formatted(space));
    return Espalier.load(file)
        .with("output.folder", folder.resolve("runs").toString())
        .steering(commands)
        .run();
  }

  private static List<Architecture> architectures(SearchResult result) {
    return result.trials().stream().map(trial -> trial.trial().proposal().architecture()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: mlp, nodes: [4, 8], activations: [relu], maxLength: 3}",
        "{type: nasbench-201}",
        "{type: nasnet-cell, blocks: 3, filters: 8}",
        "{type: chain-cnn, minLayers: 1, maxLayers: 3}",
        """
        {type: hyperparameters, parameters: {rate: {type: real, low: 1.0e-4, high: 0.1},
        optimizer: {type: categorical, options: [sgd, adam]}, batch: {type: integer, low: 1, high: 9}}}"""
      })
  void anArchitectureIsEnqueuedAsItIsShown(String space) throws Exception {
    List<Architecture> proposed = architectures(search(space, List.of()));
    List<SteeringRequest> commands = new ArrayList<>();
    for (Architecture architecture : proposed) {
      commands.add(
          new SteeringRequest(
              "request-" + commands.size(),
              Instant.EPOCH,
              EnqueueArchitecture.parse(architecture.summary()),
              0));
    }

    SearchResult steered = search(space, commands);

    assertThat(steered.steering()).hasSize(8).allMatch(event -> event.refusal() == null);
    assertThat(architectures(steered))
        .extracting(Architecture::summary)
        .containsExactlyElementsOf(proposed.stream().map(Architecture::summary).toList());
  }

  @Test
  void theBareTextsOfTheChoicesAreTakenAsWell() throws Exception {
    SearchResult steered =
        search(
            "{type: hyperparameters, parameters: {a: {type: categorical, options: [x=1, y]}}}",
            List.of(
                new SteeringRequest("one", Instant.EPOCH, EnqueueArchitecture.parse("x=1"), 0)));

    assertThat(architectures(steered).get(0).choices().get(0).text()).isEqualTo("x=1");
  }
}
