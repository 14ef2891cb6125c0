package org.espalier.nas.searchspace.nasbench201;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.searchspace.PublicTable;
import org.junit.jupiter.api.Test;

/** Test against the published table if {@code NAS_DATA_DIR} has it; nothing is downloaded. */
class NasBench201PublicDataTest {
  private static final int CELLS = 15_625;

  @Test
  void theTableAgreesInOperationsClassesAndParameters() {
    NasBench201SearchSpace all = space(CellEquivalence.NONE);
    NasBench201SearchSpace distinct = space(CellEquivalence.PUBLISHED);
    Map<String, Long> parameters = new HashMap<>();
    Map<String, Architecture> classes = new HashMap<>();
    List<Map<String, String>> rows = PublicTable.read("nasbench201/nasbench201.csv.gz");
    assertThat(rows).hasSize(CELLS);
    for (Map<String, String> row : rows) {
      String text = row.getOrDefault("arch", "");
      Architecture cell = all.parse(List.of(text)).orElseThrow();
      String[] operations = text.replaceAll("[|+]+", " ").trim().replaceAll("~.", "").split(" ");
      assertThat(operations[2]).as(text).isEqualTo(row.get("op_1_2"));
      Arrays.sort(operations);
      long counted =
          parameters.computeIfAbsent(
              String.join(" ", operations), key -> all.lower(cell).parameters());
      assertThat(counted / 1e6)
          .as(text)
          .isEqualTo(Double.parseDouble(row.getOrDefault("cifar10_params_m", "")));
      Architecture representative = distinct.canonical(cell);
      assertThat(classes.computeIfAbsent(row.getOrDefault("unique_class", ""), k -> representative))
          .as(text)
          .isEqualTo(representative);
    }
    assertThat(classes.values()).doesNotHaveDuplicates().hasSize(6_466);
  }

  private static NasBench201SearchSpace space(CellEquivalence equivalence) {
    return new NasBench201SearchSpace(
        new NasBench201Settings(16, 5, equivalence), Optional.empty());
  }
}
