package org.espalier.nas.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.analysis.ExampleRuns.layers;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.statistics.LayerFrequencies.Row;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.junit.jupiter.api.Test;

class LayerFrequenciesTest {

  @Test
  void countsLayersAtPositionsAndWhereArchitecturesHaveEnded() {
    List<Architecture> best = List.of(layers("a", "b", "out"), layers("a", "out"));
    List<Architecture> all =
        List.of(best.get(0), best.get(1), layers("b", "a", "out"), layers("c", "out"));

    LayerFrequencies frequencies = LayerFrequencies.of(best, all);

    assertThat(frequencies.positions()).containsExactly("layer 1", "layer 2", "layer 3");
    assertThat(frequencies.rows())
        .containsExactly(
            new Row("out", List.of(0.0, 0.5, 0.5), List.of(0.0, 0.5, 0.5)),
            new Row("a", List.of(1.0, 0.0, 0.0), List.of(0.5, 0.25, 0.0)),
            new Row("b", List.of(0.0, 0.5, 0.0), List.of(0.25, 0.25, 0.0)),
            new Row("c", List.of(0.0, 0.0, 0.0), List.of(0.25, 0.0, 0.0)),
            new Row(LayerFrequencies.ENDED, List.of(0.0, 0.0, 0.5), List.of(0.0, 0.0, 0.5)));
    assertThat(frequencies.frequentRows(9)).extracting(Row::layer).doesNotContain("c");
    assertThat(frequencies.frequentRows(2)).extracting(Row::layer).containsExactly("out", "a");
  }

  @Test
  void groupsTheNumbersOfAWideRange() {
    List<Architecture> all = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      double rate = Math.pow(10, -6 + i / 10.0);
      all.add(Architecture.empty().with(new Choice.Real("learning rate", rate)));
    }

    LayerFrequencies frequencies = LayerFrequencies.of(all.subList(0, 10), all);

    assertThat(frequencies.rows()).hasSize(6);
    assertThat(frequencies.rows().get(0).layer()).isEqualTo("1.00e-06 to 1.00e-05");
    assertThat(frequencies.rows().get(0).inBest()).containsExactly(1.0);
  }

  @Test
  void keepsTheNumbersOfANarrowRange() {
    List<Architecture> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(Architecture.empty().with(new Choice.Whole("blocks", 1 + i % 4)));
    }

    LayerFrequencies frequencies = LayerFrequencies.of(all.subList(0, 2), all);

    assertThat(frequencies.rows()).extracting(Row::layer).containsExactly("1", "2", "3", "4");
  }
}
