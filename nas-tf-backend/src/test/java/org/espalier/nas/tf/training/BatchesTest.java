package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Tensors;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class BatchesTest {

  /** Returns examples where example i has the features i and i + 0.5 and the target i. */
  private static Examples counting(int size) {
    float[] features = new float[2 * size];
    float[] targets = new float[size];
    for (int i = 0; i < size; i++) {
      features[2 * i] = i;
      features[2 * i + 1] = i + 0.5f;
      targets[i] = i;
    }
    return new Examples(TensorShape.of(2, 1), features, targets);
  }

  private static List<Float> targets(Batches batches) {
    List<Float> targets = new ArrayList<>();
    for (int b = 0; b < batches.count(); b++) {
      MiniBatch batch = batches.get(b);
      float[] features = Tensors.floats(batch.features());
      float[] wanted = Tensors.floats(batch.targets());
      float[] copied = new float[batch.size()];
      batch.copyTargets(copied, 0);
      assertThat(copied).isEqualTo(wanted);
      assertThat(batch.features().shape()).isEqualTo(Shape.of(batch.size(), 2, 1));
      for (int i = 0; i < batch.size(); i++) {
        assertThat(features[2 * i]).isEqualTo(wanted[i]);
        assertThat(features[2 * i + 1]).isEqualTo(wanted[i] + 0.5f);
        targets.add(wanted[i]);
      }
    }
    return targets;
  }

  @Test
  void inOrderEveryExampleComesOnce() {
    try (Batches batches = Batches.inOrder(counting(7), 3)) {
      assertThat(batches.count()).isEqualTo(3);
      assertThat(targets(batches)).containsExactly(0f, 1f, 2f, 3f, 4f, 5f, 6f);
    }
  }

  @Test
  void aBatchIsNoLargerThanTheData() {
    try (Batches batches = Batches.inOrder(counting(4), 100)) {
      assertThat(batches.count()).isEqualTo(1);
      assertThat(batches.get(0).size()).isEqualTo(4);
    }
  }

  @Test
  void shufflingDependsOnTheGeneratorAlone() {
    int[] rows = IntStream.range(0, 50).toArray();
    try (Batches first = new Batches(counting(50), rows, 8);
        Batches second = new Batches(counting(50), rows, 8)) {
      first.shuffle(new SplittableRandom(1));
      List<Float> one = targets(first);
      first.shuffle(new SplittableRandom(2));
      second.shuffle(new SplittableRandom(2));

      assertThat(targets(first)).isEqualTo(targets(second)).isNotEqualTo(one);
      assertThat(targets(first)).containsExactlyInAnyOrderElementsOf(one);
    }
  }

  @Test
  void onlyTheChosenRowsAreUsed() {
    try (Batches batches = new Batches(counting(9), new int[] {8, 2, 5}, 2)) {
      assertThat(batches.examples()).isEqualTo(3);
      assertThat(targets(batches)).containsExactly(8f, 2f, 5f);
    }
  }
}
