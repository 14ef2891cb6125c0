package org.espalier.nas.analysis.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.espalier.nas.api.space.CellGraph;
import org.junit.jupiter.api.Test;

class CellJsonTest {

  @Test
  void readsTheCellsThatItWroteInTheirOrder() throws Exception {
    Map<String, CellGraph> cells = ExampleCells.nasnet();

    String json = CellJson.of(cells);

    assertThat(json).doesNotContain("\n");
    assertThat(CellJson.read(json)).isEqualTo(cells);
    assertThat(CellJson.read(json).keySet()).containsExactly("normal", "reduction");
  }

  @Test
  void refusesOtherText() {
    assertThatThrownBy(() -> CellJson.read("{\"normal\": {\"nodes\": 3}}"))
        .isInstanceOf(IOException.class);
  }
}
