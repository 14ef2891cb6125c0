package org.espalier.nas.searchspace.nasbench201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NasBench201SearchSpaceTest {
  private static NasBench201SearchSpace space(CellEquivalence equivalence) {
    return new NasBench201SearchSpace(
        new NasBench201Settings(16, 5, equivalence), Optional.empty());
  }

  private static Architecture cell(NasBench201SearchSpace space, String... operations) {
    return space.parse(List.of(operations)).orElseThrow();
  }

  @Test
  void theEdgesAreDecidedInTheOrderOfTheBenchmark() {
    NasBench201SearchSpace space = space(CellEquivalence.PUBLISHED);
    assertThat(space.decisions().stream().map(Decision::name))
        .containsExactly("edge 0-1", "edge 0-2", "edge 1-2", "edge 0-3", "edge 1-3", "edge 2-3");
    assertThat(space.count().orElseThrow()).isEqualTo(15_625);
  }

  @ParameterizedTest
  @CsvSource({"NONE, 15625", "SKIPS, 12751", "PUBLISHED, 6466", "ZEROS, 5390"})
  void cellsAreDistinctByEachRule(CellEquivalence equivalence, int distinct) {
    NasBench201SearchSpace space = space(equivalence);
    assertThat(space.enumerate().map(space::canonical).collect(Collectors.toSet()))
        .hasSize(distinct);
  }

  @Test
  void equivalentCellsAreTheNetworkOfTheirRepresentative() {
    NasBench201SearchSpace space = space(CellEquivalence.PUBLISHED);
    // No operation leaves state 1, so that the one that enters it has no influence.
    Architecture dead = cell(space, "conv3x3", "skip", "none", "conv1x1", "none", "avgpool3x3");
    Architecture representative =
        cell(space, "none", "skip", "none", "conv1x1", "none", "avgpool3x3");
    assertThat(space.canonical(dead)).isEqualTo(representative);
    assertThat(space.lower(dead).parameters()).isEqualTo(73_306 + 28_000);
    assertThat(space(CellEquivalence.NONE).lower(dead).parameters())
        .isEqualTo(73_306 + 28_000 + 243_040);
  }

  /** Checks the formula of the published counts on a cell of each number of convolutions. */
  @Test
  void parametersFollowFromTheNumbersOfConvolutions() {
    NasBench201SearchSpace space = space(CellEquivalence.NONE);
    Set<String> seen = new TreeSet<>();
    space
        .enumerate()
        .filter(cell -> seen.add(count(cell, "conv3x3") + " " + count(cell, "conv1x1")))
        .forEach(
            cell ->
                assertThat(space.lower(cell).parameters())
                    .as("parameters of %s", cell)
                    .isEqualTo(
                        73_306
                            + 243_040 * count(cell, "conv3x3")
                            + 28_000 * count(cell, "conv1x1")));
    assertThat(seen).hasSize(28);
  }

  /** Checks all cells in networks with one cell in a stage. */
  @Test
  @Tag("slow")
  void parametersOfAllCellsFollowFromTheNumbersOfConvolutions() {
    NasBench201SearchSpace space =
        new NasBench201SearchSpace(
            new NasBench201Settings(16, 1, CellEquivalence.NONE), Optional.empty());
    assertThat(space.enumerate())
        .allMatch(
            cell ->
                space.lower(cell).parameters()
                    == 73_306 + 48_608 * count(cell, "conv3x3") + 5_600 * count(cell, "conv1x1"));
  }

  private static long count(Architecture cell, String operation) {
    return cell.choices().stream().filter(choice -> choice.text().equals(operation)).count();
  }

  @Test
  void networksFollowTheDataAndTheSettings() {
    NasBench201SearchSpace space =
        new NasBench201SearchSpace(
            new NasBench201Settings(4, 2, CellEquivalence.PUBLISHED),
            Optional.of(Datasets.pictures(28, 28, 1)));
    NetworkSpec network =
        space.lower(cell(space, "conv1x1", "none", "avgpool3x3", "skip", "conv3x3", "skip"));
    assertThat(network.input()).isEqualTo(TensorShape.of(28, 28, 1));
    assertThat(network.output()).isEqualTo(TensorShape.of(3));
    assertThat(network.toString())
        .contains("stem/conv = conv(4, 3×3, no bias)(input)")
        .contains("layer1/node1/conv1x1/from-0/relu = relu(stem/norm)")
        .contains(
            "layer1/node2/avgpool3x3/from-1 = average-pool(3×3)(layer1/node1/conv1x1/from-0/norm)")
        .contains(
            "layer1/node3/sum = add(stem/norm, layer1/node3/conv3x3/from-1/norm, "
                + "layer1/node2/avgpool3x3/from-1)")
        .contains("layer3/conv-a/conv = conv(8, 3×3/2, no bias)(layer3/conv-a/relu)")
        .contains("layer3/sum = add(layer3/shortcut/conv, layer3/conv-b/norm)")
        .contains("layer8/node3/sum")
        .doesNotContain("layer9");
  }

  @Test
  void aCellOfZerosIsANetwork() {
    NasBench201SearchSpace space = space(CellEquivalence.NONE);
    NetworkSpec network =
        space.lower(cell(space, "none", "none", "none", "none", "none", "none"));
    assertThat(network.parameters()).isEqualTo(73_306);
  }

  @Test
  void theStringsOfTheBenchmarkAreRead() {
    NasBench201SearchSpace space = space(CellEquivalence.PUBLISHED);
    assertThat(
            space.parse(
                List.of(
                    "|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|"
                        + "+|nor_conv_3x3~0|none~1|skip_connect~2|")))
        .contains(cell(space, "avgpool3x3", "conv1x1", "skip", "conv3x3", "none", "skip"));
    assertThat(space.parse(List.of("|none~0|+|none~0|none~1|+|none~0|none~1|none~1|"))).isEmpty();
    assertThat(space.parse(List.of("|none~0|+|none~0|none~1|+|none~0|none~1|pool~2|"))).isEmpty();
    assertThat(space.parse(List.of("none"))).isEmpty();
  }

  @Test
  void theCellHasTheOperationsOnItsEdges() {
    NasBench201SearchSpace space = space(CellEquivalence.PUBLISHED);
    CellGraph graph =
        space
            .cells(cell(space, "conv1x1", "none", "avgpool3x3", "skip", "none", "conv3x3"))
            .get("cell");
    assertThat(graph.nodes().stream().map(CellGraph.Node::name))
        .containsExactly("input", "state1", "state2", "output");
    assertThat(graph.edges())
        .containsExactly(
            new CellGraph.Edge("input", "state1", "conv1x1"),
            new CellGraph.Edge("state1", "state2", "avgpool3x3"),
            new CellGraph.Edge("input", "output", "skip"),
            new CellGraph.Edge("state2", "output", "conv3x3"));
  }

  @Test
  void dataThatAreNoImagesAreRefused() {
    assertThatThrownBy(
            () ->
                new NasBench201SearchSpace(
                    new NasBench201Settings(16, 5, CellEquivalence.PUBLISHED),
                    Optional.of(Datasets.wine())))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "The search space nasbench-201 needs images; test has 11 features. Use mlp instead.");
  }
}
