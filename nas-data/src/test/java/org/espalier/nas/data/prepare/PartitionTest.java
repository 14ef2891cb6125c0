package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartitionTest {

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyExampleIsInOnePartAndEveryClassHasItsShare(int seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int classes = 1 + random.nextInt(6);
    int[] labels = random.ints(30 + random.nextInt(400), 0, classes).toArray();
    double validation = 0.05 + 0.3 * random.nextDouble();
    double test = 0.3 * random.nextDouble();
    Split split = Split.random(validation, test, true, null);
    PerPart<int[]> parts = new Partition(split, random).divide(labels, labels.length);

    assertThat(
            Stream.of(parts.training(), parts.validation(), parts.test())
                .flatMapToInt(IntStream::of)
                .sorted()
                .toArray())
        .containsExactly(IntStream.range(0, labels.length).toArray());
    for (int c = 0; c < classes; c++) {
      int label = c;
      long size = Arrays.stream(labels).filter(l -> l == label).count();
      assertThat((double) count(parts.validation(), labels, c))
          .isCloseTo(validation * size, within(1.0));
      assertThat((double) count(parts.test(), labels, c)).isCloseTo(test * size, within(1.0));
      assertThat(size == 0 || count(parts.training(), labels, c) > 0).isTrue();
    }
    assertThat((double) parts.validation().length)
        .isCloseTo(validation * labels.length, within((double) classes));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void partsHaveTheirShareOfAllExamplesWhereClassesAreNotTiny(int seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int[] labels = random.ints(300, 0, 4).toArray();
    PerPart<int[]> parts =
        new Partition(Split.random(0.1, 0.2, true, null), random).divide(labels, labels.length);
    assertThat(parts.validation()).hasSize(30);
    assertThat(parts.test()).hasSize(60);
    assertThat(parts.training()).hasSize(210);
  }

  @Test
  void theSameStreamDividesTheSameWayAndAnotherOtherwise() {
    int[] labels = new SplittableRandom(3).ints(200, 0, 3).toArray();
    assertThat(divide(labels, 1).validation()).isEqualTo(divide(labels, 1).validation());
    assertThat(divide(labels, 1).validation()).isNotEqualTo(divide(labels, 2).validation());
  }

  @Test
  void everyExampleComesIntoEveryPartEquallyOften() {
    int[] labels = new int[20];
    int[] validated = new int[20];
    int draws = 4000;
    for (int seed = 0; seed < draws; seed++) {
      for (int i : divide(labels, seed).validation()) {
        validated[i]++;
      }
    }
    // Each count is binomial(4000, 0.1): mean 400, deviation 19. Beyond 5 deviations in one of 20
    // counts has a probability of about 1e-5; the seeds are fixed.
    assertThat(Arrays.stream(validated).boxed()).allSatisfy(c -> assertThat(c).isBetween(305, 495));
  }

  @Test
  void aTestPartOfItsOwnIsNotMixed() {
    int[] labels = new int[50];
    PerPart<int[]> parts =
        new Partition(Split.random(0.25, 0.2, true, null), new SplittableRandom(1))
            .divide(labels, 40);
    assertThat(parts.test()).containsExactly(IntStream.range(40, 50).toArray());
    assertThat(parts.validation()).hasSize(10);
    assertThat(parts.training()).hasSize(30);
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatThrownBy(() -> divide(new int[2], 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "2 rows are too few to split off 0.1 for validation and 0.2 for testing; at least one"
                + " must be left for training and one for validation.");
  }

  @Test
  void sharesOutOfRangeAreNamed() {
    assertThatThrownBy(() -> Split.random(0, 0.2, true, null))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("validation (0.0) must lie in (0, 1).");
    assertThatThrownBy(() -> Split.random(0.5, Double.NaN, true, null))
        .hasMessage("test (NaN) must lie in [0, 1).");
    assertThatThrownBy(() -> Split.random(0.5, 0.5, true, null))
        .hasMessage("test (0.5) and validation (0.5) must leave rows for training.");
  }

  private static PerPart<int[]> divide(int[] labels, long seed) {
    return new Partition(Split.standard(), new SplittableRandom(seed))
        .divide(labels, labels.length);
  }

  private static long count(int[] part, int[] labels, int label) {
    return IntStream.of(part).filter(i -> labels[i] == label).count();
  }
}
