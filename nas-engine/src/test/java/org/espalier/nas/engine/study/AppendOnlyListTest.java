package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppendOnlyListTest {

  @Test
  void aViewStaysAsItWas() {
    AppendOnlyList<Integer> list = new AppendOnlyList<>();
    IntStream.range(0, 10).forEach(list::add);
    List<Integer> view = list.first(10);
    IntStream.range(10, 1000).forEach(list::add);

    assertThat(view).isEqualTo(IntStream.range(0, 10).boxed().toList());
    assertThat(list.first(1000)).isEqualTo(IntStream.range(0, 1000).boxed().toList());
    assertThat(list.size()).isEqualTo(1000);
    assertThat(list.get(999)).isEqualTo(999);
  }

  @Test
  void aViewEndsAfterItsElements() {
    AppendOnlyList<String> list = new AppendOnlyList<>();
    list.add("a");
    list.add("b");

    assertThatThrownBy(() -> list.first(1).get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.first(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.first(1).add("c"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
