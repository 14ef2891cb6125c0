package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrueFrontTest {
  private static final String ACCURATE_AND_FAST =
      """
      name: front
      searchSpace: {type: nasbench-201}
      controller: {type: random}
      evaluator: {type: tabular, table: nasbench-201-cifar10}
      objectives:
        - {type: metric, metric: validation.accuracy}
        - {type: fact, name: latency.pixel3}
      budget: {trials: 1}
      """;

  @TempDir Path folder;

  private List<List<Double>> front(String yaml) {
    Catalogue catalogue = Catalogue.load(TrueFrontTest.class.getClassLoader());
    try (ExperimentGraph graph =
            ExperimentGraph.of(
                new ExperimentReader(catalogue).readStored(folder.resolve("front.yaml"), yaml),
                catalogue,
                new RunFolder(folder));
        Evaluator evaluator = graph.evaluator()) {
      return new TrueFront(graph.valuation(), (KnownProblem) evaluator, graph.fidelity())
          .of(graph.searchSpace());
    }
  }

  @Test
  void noMemberDominatesAnother() {
    List<List<Double>> front =
        front(ACCURATE_AND_FAST).stream().sorted(Comparator.comparing(v -> v.get(1))).toList();

    assertThat(front).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    assertThat(front).isSortedAccordingTo(Comparator.comparing(values -> values.get(0)));
  }

  @Test
  void constraintsLeaveOutWhatViolatesThem() {
    List<List<Double>> fast = front(ACCURATE_AND_FAST + "constraints: [latency.pixel3 <= 5]\n");

    assertThat(fast)
        .isNotEmpty()
        .isSubsetOf(front(ACCURATE_AND_FAST))
        .allSatisfy(values -> assertThat(values.get(1)).isLessThanOrEqualTo(5));
  }

  @Test
  void countsOfNetworksAreKnownToo() {
    String sized =
        ACCURATE_AND_FAST.replace("{type: fact, name: latency.pixel3}", "{type: parameters}");

    assertThat(front(sized)).anySatisfy(values -> assertThat(values.get(1)).isLessThan(1e5));
  }

  @Test
  void measuredValuesAreUnknown() {
    assertThat(
            front(
                ACCURATE_AND_FAST.replace(
                    "{type: fact, name: latency.pixel3}", "{type: training-seconds}")))
        .isEmpty();
  }
}
