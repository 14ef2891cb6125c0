package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.graph.Tensors;
import org.junit.jupiter.api.Test;

class EvaluationDataTest {
  private static final int[] SIZES = {700, 260, 35, 5};
  private static final int ALL = IntStream.of(SIZES).sum();

  @Test
  void aFractionHasTheSharesOfTheClasses() {
    for (double fraction : new double[] {0.01, 0.1, 0.25, 0.5, 0.731, 0.99}) {
      List<Integer> rows = rows(table(), fraction, 3);
      assertThat(rows).hasSize((int) Math.round(fraction * ALL)).doesNotHaveDuplicates();
      for (int c = 0; c < SIZES.length; c++) {
        int own = c;
        assertThat((double) rows.stream().filter(row -> classOf(row) == own).count())
            .as("class %s in a fraction of %s", c, fraction)
            .isCloseTo(fraction * SIZES[c], within(1.0));
      }
    }
  }

  @Test
  void aSmallerFractionIsPartOfALargerOne() {
    Set<Integer> larger = new HashSet<>();
    for (double fraction : new double[] {1, 0.6, 0.3, 0.05, 0.0001}) {
      Set<Integer> rows = new HashSet<>(rows(table(), fraction, 3));
      if (!larger.isEmpty()) {
        assertThat(larger).containsAll(rows);
      }
      larger = rows;
    }
    assertThat(larger).hasSize(1);
  }

  @Test
  void theSeedDecides() {
    assertThat(rows(table(), 0.3, 3)).isEqualTo(rows(table(), 0.3, 3));
    assertThat(new HashSet<>(rows(table(), 0.3, 3)))
        .isNotEqualTo(new HashSet<>(rows(table(), 0.3, 4)));
  }

  @Test
  void numbersHaveNoShares() {
    TableDataset numbers = table().withTask(new Task.Regression("y"));
    List<Integer> rows = rows(numbers, 0.5, 3);
    assertThat(rows).hasSize(ALL / 2).doesNotHaveDuplicates();
    assertThat(rows.stream().filter(row -> classOf(row) == 0).count()).isNotEqualTo(SIZES[0] / 2);
  }

  @Test
  void imagesAreChosenLikeRows() {
    int[] levels = IntStream.range(0, ALL).toArray();
    byte[] pixels = new byte[2 * ALL];
    for (int i = 0; i < ALL; i++) {
      pixels[2 * i] = (byte) (levels[i] >> 8);
      pixels[2 * i + 1] = (byte) levels[i];
    }
    TensorShape shape = TensorShape.of(1, 1, 2);
    DatasetInfo.Channel raw = new DatasetInfo.Channel(0, 1, 0, 1);
    Map<Part, Examples> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      Pixels all = new Pixels(shape, pixels, levels, new double[2], new double[] {1, 1});
      parts.put(part, new Examples(all, targets()));
    }
    TableDataset images =
        new TableDataset(
            new DatasetInfo.Image("i", task(), shape, List.of(raw, raw), Map.of(), "none"), parts);
    assertThat(rows(images, 0.3, 3)).isEqualTo(rows(table(), 0.3, 3));
  }

  private static List<Integer> rows(TableDataset dataset, double fraction, long seed) {
    List<Integer> rows = new ArrayList<>();
    try (ResourceStack resources = new ResourceStack();
        Batches batches =
            EvaluationData.open(0, dataset, SettingsOf.defaults().settings(), resources)
                .training(fraction, new RandomStreams(seed), 64)) {
      for (int b = 0; b < batches.count(); b++) {
        float[] features = Tensors.floats(batches.get(b).features());
        for (int i = 0; i < features.length; i += 2) {
          rows.add((int) (256 * features[i] + features[i + 1]));
        }
      }
    }
    return rows;
  }

  private static int classOf(int row) {
    return (int) targets()[row];
  }

  private static float[] targets() {
    float[] targets = new float[ALL];
    int row = 0;
    for (int c = 0; c < SIZES.length; c++) {
      for (int i = 0; i < SIZES[c]; i++) {
        targets[row++] = c;
      }
    }
    return targets;
  }

  private static Task task() {
    return new Task.Classification("kind", List.of("a", "b", "c", "d"));
  }

  /** Rows whose features are the number of the row, in two digits of base 256. */
  private static TableDataset table() {
    TensorShape shape = TensorShape.of(2);
    float[] features = new float[2 * ALL];
    for (int i = 0; i < ALL; i++) {
      int high = i / 256;
      features[2 * i] = high;
      features[2 * i + 1] = i % 256;
    }
    Map<Part, Examples> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, new Examples(shape, features, targets()));
    }
    List<Feature> described = List.of(Feature.raw("high"), Feature.raw("low"));
    return new TableDataset(
        new DatasetInfo.Tabular("t", task(), shape, described, Map.of(), "none"), parts);
  }
}
