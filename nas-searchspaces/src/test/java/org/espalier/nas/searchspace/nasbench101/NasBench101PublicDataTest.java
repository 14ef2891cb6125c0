package org.espalier.nas.searchspace.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.searchspace.PublicTable;
import org.espalier.nas.searchspace.image.ImageTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test against published modules if {@code NAS_DATA_DIR} has them; nothing is downloaded. */
class NasBench101PublicDataTest {
  private static final String FILE = "nasbench101/nasbench101_sample.csv.gz";

  @Test
  void someModulesHaveThePublishedHashAndParameters() {
    List<Map<String, String>> rows = PublicTable.read(FILE);
    check(rows, 60);
  }

  @Test
  @Tag("slow")
  void allModulesHaveThePublishedHash() {
    List<Map<String, String>> rows = PublicTable.read(FILE);
    assertThat(rows).hasSize(30_001);
    check(rows, 1);
  }

  private static void check(List<Map<String, String>> rows, int step) {
    ModuleHash hash = new ModuleHash();
    for (int i = 0; i < rows.size(); i += step) {
      Map<String, String> row = rows.get(i);
      ModuleGraph first = Isomorphism.first(module(row));
      assertThat(hash.of(first)).as("hash of %s", first).isEqualTo(row.get("module_hash"));
      if (i % 120 == 0) {
        assertThat(network(first).parameters())
            .as("parameters of %s", first)
            .isEqualTo(Long.parseLong(row.getOrDefault("trainable_parameters", "")));
      }
    }
  }

  private static NetworkSpec network(ModuleGraph module) {
    ImageTask task = ImageTask.of("nasbench-101", Optional.empty());
    return NasBench101Network.of(
        new NasBench101Settings(7, 9, 128, 3), module, task.input(), task.outputLayer());
  }

  /** Reads the upper triangle of the adjacency, row by row, and the operations. */
  private static ModuleGraph module(Map<String, String> row) {
    int vertices = Integer.parseInt(row.getOrDefault("vertices", ""));
    String upper = row.getOrDefault("adjacency_upper", "");
    int edges = 0;
    int place = 0;
    for (int from = 0; from < vertices; from++) {
      for (int to = from + 1; to < vertices; to++) {
        edges |= upper.charAt(place++) == '1' ? 1 << ModuleGraph.index(from, to) : 0;
      }
    }
    List<VertexOperation> operations =
        Stream.of(row.getOrDefault("ops", "").split("\\|"))
            .filter(name -> !name.isEmpty())
            .map(name -> name.replace("-bn-relu", ""))
            .map(
                name ->
                    VertexOperation.all().stream()
                        .filter(operation -> operation.label().equals(name))
                        .findFirst()
                        .orElseThrow())
            .toList();
    return new ModuleGraph(vertices, edges, operations);
  }
}
