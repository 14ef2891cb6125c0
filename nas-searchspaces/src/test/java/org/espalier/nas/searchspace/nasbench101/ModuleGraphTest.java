package org.espalier.nas.searchspace.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.espalier.nas.searchspace.nasbench101.VertexOperation.CONV1X1;
import static org.espalier.nas.searchspace.nasbench101.VertexOperation.CONV3X3;
import static org.espalier.nas.searchspace.nasbench101.VertexOperation.MAXPOOL3X3;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleGraphTest {
  private static final int MOST_EDGES = 9;

  private static int edges(String... joined) {
    int bits = 0;
    for (String edge : joined) {
      bits |= 1 << ModuleGraph.index(edge.charAt(0) - '0', edge.charAt(2) - '0');
    }
    return bits;
  }

  @Test
  void whatIsOnNoPathFromTheInputToTheOutputIsRemoved() {
    // Vertex 2 is read by none, vertex 3 reads none.
    int edges = edges("0-1", "1-2", "1-4", "3-4", "4-5", "0-5");
    assertThat(ModuleGraph.used(edges, 6)).isEqualTo(0b110011);
    assertThat(ModuleGraph.pruned(edges, 6, List.of(CONV3X3, MAXPOOL3X3)))
        .isEqualTo(
            new ModuleGraph(4, edges("0-1", "1-2", "2-3", "0-3"), List.of(CONV3X3, MAXPOOL3X3)));
    assertThat(ModuleGraph.used(edges("0-1", "2-3"), 4)).isZero();
    assertThatThrownBy(() -> ModuleGraph.pruned(edges("0-1", "2-3"), 4, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No path joins the input and the output.");
  }

  @Test
  void isomorphicModulesHaveTheSameFirstOneAndTheSameHash() {
    ModuleGraph one =
        new ModuleGraph(
            5, edges("0-1", "0-2", "1-3", "2-4", "3-4"), List.of(CONV3X3, CONV1X1, MAXPOOL3X3));
    ModuleGraph other =
        new ModuleGraph(
            5, edges("0-1", "0-2", "2-3", "1-4", "3-4"), List.of(CONV1X1, CONV3X3, MAXPOOL3X3));
    ModuleGraph third =
        new ModuleGraph(
            5, edges("0-1", "1-2", "0-3", "2-4", "3-4"), List.of(CONV3X3, MAXPOOL3X3, CONV1X1));
    ModuleGraph different =
        new ModuleGraph(
            5, edges("0-1", "0-2", "1-3", "2-4", "3-4"), List.of(CONV1X1, CONV3X3, MAXPOOL3X3));
    assertThat(Isomorphism.first(one))
        .isEqualTo(Isomorphism.first(other))
        .isEqualTo(Isomorphism.first(third))
        .isNotEqualTo(Isomorphism.first(different));
    ModuleHash hash = new ModuleHash();
    assertThat(hash.of(one)).isEqualTo(hash.of(other)).isEqualTo(hash.of(third));
    assertThat(hash.of(one)).isNotEqualTo(hash.of(different));
  }

  /** Checks the hash of a published module. */
  @Test
  void theHashIsThatOfTheBenchmark() {
    ModuleGraph published =
        new ModuleGraph(
            7,
            edges("0-1", "0-4", "0-5", "1-2", "2-3", "2-6", "3-5", "4-5", "5-6"),
            List.of(CONV3X3, MAXPOOL3X3, CONV3X3, CONV3X3, CONV1X1));
    assertThat(new ModuleHash().of(published)).isEqualTo("00005c142e6f48ac74fdcf73e3439874");
    assertThat(new ModuleHash().of(Isomorphism.first(published)))
        .isEqualTo("00005c142e6f48ac74fdcf73e3439874");
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 6", "4, 84", "5, 2441", "6, 62010"})
  void thereAreAsManyModulesAsPublished(int vertices, int distinct) {
    assertThat(distinct(vertices)).isEqualTo(distinct);
  }

  @Test
  @Tag("slow")
  void thereAreAsManyModulesOfSevenVerticesAsPublished() {
    assertThat(distinct(7)).isEqualTo(359_082);
    assertThat(IntStream.rangeClosed(2, 6).mapToLong(ModuleGraphTest::distinct).sum() + 359_082)
        .isEqualTo(423_624);
  }

  /** Counts the modules that use all vertices and are the first of those isomorphic to them. */
  private static long distinct(int vertices) {
    return LongStream.range(0, 1L << ModuleGraph.pairs(vertices))
        .mapToInt(Math::toIntExact)
        .filter(edges -> Integer.bitCount(edges) <= MOST_EDGES)
        .filter(edges -> ModuleGraph.used(edges, vertices) == (1 << vertices) - 1)
        .mapToLong(edges -> distinct(vertices, edges))
        .sum();
  }

  private static long distinct(int vertices, int edges) {
    List<List<VertexOperation>> labellings = List.of(List.of());
    for (int vertex = 1; vertex < vertices - 1; vertex++) {
      List<List<VertexOperation>> longer = new ArrayList<>();
      for (List<VertexOperation> labelling : labellings) {
        for (VertexOperation operation : VertexOperation.all()) {
          List<VertexOperation> more = new ArrayList<>(labelling);
          more.add(operation);
          longer.add(more);
        }
      }
      labellings = longer;
    }
    return labellings.stream()
        .map(operations -> new ModuleGraph(vertices, edges, operations))
        .filter(module -> Isomorphism.first(module).equals(module))
        .count();
  }
}
