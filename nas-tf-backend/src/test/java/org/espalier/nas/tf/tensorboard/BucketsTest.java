package org.espalier.nas.tf.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketsTest {

  @Test
  void theyJoinEachOtherAndCountEveryNumber() {
    List<Double> numbers = new SplittableRandom(1).doubles(200, -3, 5).boxed().toList();

    double[] rows = Buckets.of(numbers).rows();

    double counted = 0;
    for (int i = 0; i < rows.length; i += Buckets.COLUMNS) {
      double left = rows[i];
      double right = rows[i + 1];
      boolean last = i + Buckets.COLUMNS == rows.length;
      assertThat(rows[i + 2])
          .isEqualTo(
              (double)
                  numbers.stream()
                      .filter(x -> x >= left && (last ? x <= right : x < right))
                      .count());
      assertThat(last || right == rows[i + Buckets.COLUMNS]).isTrue();
      counted += rows[i + 2];
    }
    assertThat(counted).isEqualTo(numbers.size());
  }

  @Test
  void equalNumbersAreAllInTheLast() {
    double[] rows = Buckets.of(List.of(0.5, 0.5, 0.5)).rows();

    assertThat(rows).endsWith(0.5, 0.5, 3).startsWith(0.5, 0.5, 0);
  }
}
