package org.espalier.nas.searchspace.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.junit.jupiter.api.Test;

class NasBench101SearchSpaceTest {
  private static NasBench101SearchSpace space(int vertices, int edges) {
    return new NasBench101SearchSpace(
        new NasBench101Settings(vertices, edges, 128, 3), Optional.empty());
  }

  /** Returns the architecture with these edges, as 0 and 1, and operations. */
  private static Architecture module(
      NasBench101SearchSpace space, String edges, String... operations) {
    List<String> texts =
        Stream.of(edges.split("")).map(edge -> edge.equals("1") ? "yes" : "no").toList();
    return space.parse(Stream.concat(texts.stream(), Stream.of(operations)).toList()).orElseThrow();
  }

  @Test
  void edgesAreDecidedBeforeTheOperationsOfTheVerticesInUse() {
    NasBench101SearchSpace space = space(7, 9);
    assertThat(space.decisions()).hasSize(21 + 5);
    assertThat(space.decisions().stream().map(Decision::name))
        .startsWith("edge 0-1", "edge 0-2", "edge 1-2", "edge 0-3")
        .endsWith("edge 5-6", "vertex 1", "vertex 2", "vertex 3", "vertex 4", "vertex 5");
    // Vertex 2 has no reader.
    Architecture made = module(space(4, 6), "110" + "010", "conv3x3");
    assertThat(made.choices().get(6).decision()).isEqualTo("vertex 1");
  }

  @Test
  void onlyGraphsThatJoinInputAndOutputWithFewEdgesAreOffered() {
    NasBench101SearchSpace space = space(4, 3);
    List<Integer> graphs = new ArrayList<>();
    space
        .enumerate()
        .forEach(
            architecture -> {
              int edges =
                  new ModuleDecisions(new NasBench101Settings(4, 3, 8, 1)).edges(architecture);
              graphs.add(edges);
            });
    List<Integer> valid = new ArrayList<>();
    for (int edges = 0; edges < 64; edges++) {
      if (Integer.bitCount(edges) <= 3 && ModuleGraph.used(edges, 4) != 0) {
        valid.add(edges);
      }
    }
    assertThat(graphs.stream().distinct().sorted()).containsExactlyElementsOf(valid);
  }

  @Test
  void theLastPossibleWayToTheOutputIsTheOnlyOption() {
    NasBench101SearchSpace space = space(3, 2);
    Architecture made = Architecture.empty();
    for (String text : List.of("yes", "no")) {
      made = made.with(space.next(made).orElseThrow().parse(text).orElseThrow());
    }
    assertThat(((Categorical) space.next(made).orElseThrow().domain()).allowed())
        .containsExactly(1);
  }

  /** Counts 1 + 6 + 84 modules of up to four vertices. */
  @Test
  void architecturesAreTheModulesOfTheBenchmark() {
    NasBench101SearchSpace space = space(4, 9);
    assertThat(space.enumerate().map(space::canonical).collect(Collectors.toSet())).hasSize(91);
    assertThat(space.enumerate().map(space::hash).collect(Collectors.toSet())).hasSize(91);
  }

  @Test
  void drawsReachLateVerticesAsOftenAsEarlyOnes() {
    NasBench101SearchSpace space = space(7, 9);
    RandomStreams streams = new RandomStreams(3);
    int[] used = new int[7];
    for (int i = 0; i < 2_000; i++) {
      Architecture drawn = space.sample(streams.stream("test", i));
      for (int vertex = 1; vertex < 6; vertex++) {
        used[vertex] += drawn.choice("vertex " + vertex).isPresent() ? 1 : 0;
      }
    }
    // By symmetry, vertices 1 and 5 are in use equally often: in about 1,200 ± 22 draws.
    assertThat(Math.abs(used[1] - used[5])).isLessThan(200);
  }

  @Test
  void networksFollowThePublishedChannels() {
    NasBench101SearchSpace space =
        new NasBench101SearchSpace(
            new NasBench101Settings(5, 9, 8, 1), Optional.of(Datasets.pictures(28, 28, 1)));
    // Three vertices share 8 channels: 3, 3 and 2.
    NetworkSpec network =
        space.lower(module(space, "1" + "11" + "011" + "1111", "conv3x3", "conv1x1", "maxpool3x3"));
    assertThat(network.input()).isEqualTo(TensorShape.of(28, 28, 1));
    assertThat(network.output()).isEqualTo(TensorShape.of(3));
    assertThat(network.toString())
        .contains("stem/conv = conv(8, 3×3, no bias)(input)")
        .contains("layer1/vertex1/from-0/conv = conv(3, 1×1, no bias)(stem/relu)")
        .contains("layer1/vertex1/conv3x3/conv = conv(3, 3×3, no bias)(layer1/vertex1/from-0/relu)")
        .contains(
            "layer1/vertex2/sum = add(layer1/vertex1/conv3x3/relu, layer1/vertex2/from-0/relu)")
        .contains("layer1/vertex3/from-1 = take-channels(2)(layer1/vertex1/conv3x3/relu)")
        .contains("layer1/vertex3/sum = add(layer1/vertex3/from-1, layer1/vertex3/from-2)")
        .contains("layer1/vertex3/maxpool3x3 = max-pool(3×3)(layer1/vertex3/sum)")
        .contains(
            "layer1/vertex4/concat = concat(layer1/vertex1/conv3x3/relu, "
                + "layer1/vertex2/conv1x1/relu, layer1/vertex3/maxpool3x3)")
        .contains("layer1/vertex4/sum = add(layer1/vertex4/concat, layer1/vertex4/from-0/relu)")
        .contains("pool2 = max-pool(2×2/2)(layer1/vertex4/sum)")
        .contains("layer3/vertex4/from-0/conv = conv(32, 1×1, no bias)(pool3)");
  }

  @Test
  void aModuleWithoutVerticesIsAProjection() {
    NasBench101SearchSpace space = space(3, 9);
    NetworkSpec network = space.lower(module(space, "010"));
    assertThat(network.toString())
        .startsWith(
            "[conv(128, 3×3, no bias), batch-norm(1.0E-5), relu, "
                + "conv(128, 1×1, no bias), batch-norm(1.0E-5), relu, ");
  }

  @Test
  void theModuleIsDrawnWithoutUnusedVertices() {
    NasBench101SearchSpace space = space(5, 9);
    CellGraph graph =
        space
            .cells(module(space, "1" + "00" + "010" + "1001", "conv3x3", "maxpool3x3"))
            .get("module");
    assertThat(graph.nodes().stream().map(CellGraph.Node::label))
        .containsExactly("input", "conv3x3", "maxpool3x3", "output");
    assertThat(graph.edges())
        .containsExactly(
            new CellGraph.Edge("input", "vertex1", ""),
            new CellGraph.Edge("vertex1", "vertex2", ""),
            new CellGraph.Edge("input", "output", ""),
            new CellGraph.Edge("vertex2", "output", ""));
  }
}
