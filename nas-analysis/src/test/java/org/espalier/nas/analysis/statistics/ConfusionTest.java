package org.espalier.nas.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.analysis.statistics.Confusion.Pair;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  @Test
  void ordersPairsByCountThenByShare() {
    Confusion confusion =
        new Confusion(List.of(List.of(7L, 2L, 1L), List.of(0L, 3L, 2L), List.of(0L, 0L, 0L)));

    assertThat(confusion.pairs())
        .containsExactly(new Pair(1, 2, 2, 0.4), new Pair(0, 1, 2, 0.2), new Pair(0, 2, 1, 0.1));
    assertThat(confusion.total(0)).isEqualTo(10);
    assertThat(confusion.share(2, 2)).isZero();
  }

  @Test
  void refusesMatricesThatAreNotSquare() {
    assertThatThrownBy(() -> new Confusion(List.of(List.of(1L, 2L))))
        .hasMessage("counts must be square: a row of 2, 1 classes.");
  }
}
