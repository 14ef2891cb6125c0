package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> SORTED =
      List.of(
          "",
          "0",
          "1",
          "01",
          "2",
          "9",
          "10",
          "100",
          "100000000000000000000001",
          "a",
          "A",
          "a1b2",
          "a1b10",
          "B",
          "b c",
          "img2.png",
          "img10.png",
          "z",
          "Änderung",
          "äpfel");

  @Test
  void numbersInNamesAreComparedAsNumbers() {
    for (int seed = 0; seed < 20; seed++) {
      List<String> names = new ArrayList<>(SORTED);
      Collections.shuffle(names, new Random(seed));
      names.sort(new NaturalOrder());
      // Of two names that differ in leading zeros or case, the one with the smaller code is first.
      assertThat(names)
          .containsExactly(
              "",
              "0",
              "01",
              "1",
              "2",
              "9",
              "10",
              "100",
              "100000000000000000000001",
              "A",
              "a",
              "a1b2",
              "a1b10",
              "B",
              "b c",
              "img2.png",
              "img10.png",
              "z",
              "Änderung",
              "äpfel");
    }
  }

  @Test
  void itIsATotalOrder() {
    NaturalOrder order = new NaturalOrder();
    for (String a : SORTED) {
      for (String b : SORTED) {
        assertThat(Integer.signum(order.compare(a, b)))
            .isEqualTo(-Integer.signum(order.compare(b, a)));
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
      }
    }
  }
}
