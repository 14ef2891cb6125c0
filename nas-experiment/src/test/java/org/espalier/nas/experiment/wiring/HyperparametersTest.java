package org.espalier.nas.experiment.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hyper-parameters from the experiment file to the evaluator. */
class HyperparametersTest {
  private static final String FILE =
      """
      name: small
      dataset: {type: moons, samples: 40}
      searchSpace: {type: mlp, nodes: [4], dropout: [], maxLength: 2}
      hyperparameters:
        parameters:
          optimizer.type: {type: categorical, options: [sgd, adam]}
          optimizer.momentum:
            {type: real, low: 0, high: 0.9, when: optimizer.type == sgd}
        constraints: [optimizer.momentum < 0.8]
      controller: {type: random}
      evaluator: {type: training, epochs: 1}
      """;

  @TempDir private Path folder;

  private final Catalogue catalogue =
      Catalogue.of(
          List.of(
              new org.espalier.nas.data.DataPlugin(),
              new org.espalier.nas.engine.study.StudyPlugin(),
              new org.espalier.nas.searchspace.SearchSpacesPlugin(),
              new org.espalier.nas.tf.TensorFlowPlugin(),
              new org.espalier.nas.controller.ControllersPlugin()));

  private LocatedExperiment read(String yaml, String... flags) throws IOException {
    Path file = folder.resolve("small.yaml");
    Files.writeString(file, yaml);
    return new ExperimentReader(catalogue)
        .read(file, Arrays.stream(flags).map(SettingFlag::parse).toList());
  }

  private ExperimentGraph graph(LocatedExperiment located) {
    return ExperimentGraph.of(located, catalogue, new RunFolder(folder));
  }

  private static String problem(InvalidExperimentException error) {
    return error.problems().get(0).place().line()
        + ":"
        + error.problems().get(0).place().column()
        + ": "
        + error.problems().get(0).message();
  }

  @Test
  void theyAreAskedAfterTheSearchSpace() throws IOException {
    try (ExperimentGraph graph = graph(read(FILE))) {
      SearchSpace space = graph.searchSpace();
      assertThat(space)
          .isInstanceOf(HyperparameterSpace.class)
          .isInstanceOf(NetworkSearchSpace.class)
          .isSameAs(graph.searchSpace());
      assertThat(space.decisions().stream().map(Decision::name))
          .containsExactly("layer 1", "layer 2", "optimizer.type", "optimizer.momentum");
      assertThat(graph.evaluator()).isNotNull();
      assertThat(graph.controller()).isNotNull();
    }
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    LocatedExperiment read = read(FILE);
    String written = new ExperimentWriter().yaml(read.experiment());
    assertThat(read(written).experiment()).isEqualTo(read.experiment());
  }

  @Test
  void flagsReachKeysThatHoldDots() throws IOException {
    LocatedExperiment changed =
        read(FILE, "hyperparameters.parameters.optimizer.momentum.high=0.5");
    assertThat(new ExperimentWriter().yaml(changed.experiment())).contains("high: 0.5");
  }

  @Test
  void whatTheEvaluatorDoesNotKnowIsReportedWhereItStands() throws IOException {
    LocatedExperiment wrong = read(FILE.replace("optimizer.momentum", "optimizer.momentun"));
    try (ExperimentGraph graph = graph(wrong)) {
      assertThatThrownBy(graph::evaluator)
          .isInstanceOfSatisfying(
              InvalidExperimentException.class,
              error ->
                  assertThat(problem(error))
                      .startsWith("8:7: Hyper-parameter of the evaluator training: There is no")
                      .endsWith("Did you mean momentum?"));
    }
  }

  @Test
  void anErrorInAConditionIsReportedWhereItStands() {
    assertThatThrownBy(() -> read(FILE.replace("== sgd", "== sdg")))
        .isInstanceOfSatisfying(
            InvalidExperimentException.class,
            error ->
                assertThat(problem(error))
                    .isEqualTo(
                        "8:45: when of optimizer.momentum, character 19 of \"optimizer.type == sdg\":"
                            + " sdg is not an option of optimizer.type; its options are sgd, adam."
                            + " Did you mean sgd?"));
    assertThatThrownBy(
            () -> read(FILE.replace("momentum < 0.8", "type == sgd and optimizer.momentum > 1")))
        .isInstanceOfSatisfying(
            InvalidExperimentException.class,
            error ->
                assertThat(problem(error))
                    .startsWith("9:17: constraints[0], character 1 of")
                    .contains("no values of optimizer.type, optimizer.momentum fulfil it"));
  }
}
