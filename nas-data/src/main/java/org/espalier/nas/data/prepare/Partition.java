package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.random.RandomStreams;

/**
 * The division of examples into parts.
 *
 * <p>Examples are shuffled within each class; a class of n examples has ⌊share·n⌋ or ⌈share·n⌉ of
 * them in the validation and test parts. The largest remainder decides between the two, so that the
 * parts have round(share·total) examples, unless that would remove the last example of a class from
 * training.
 */
final class Partition {
  private final Split split;
  private final RandomGenerator random;

  Partition(Split split, RandomGenerator random) {
    this.split = split;
    this.random = random;
  }

  /** Creates a partition that shuffles by the split's own seed, or else by the study's. */
  static Partition of(Split split, RandomStreams streams) {
    return new Partition(split, random(split, streams));
  }

  /** Returns the generator of a split: of its own seed, or else of the study's. */
  static RandomGenerator random(Split split, RandomStreams streams) {
    Long seed = split.seed();
    return (seed == null ? streams : new RandomStreams(seed)).stream("data.split", 0);
  }

  /**
   * Divides the examples, once for each fold, or once if there are no folds.
   *
   * @param labels the class of each example; all 0 if there are no classes
   * @param firstTest index of the first example of the test part; {@code labels.length} if it is
   *     yet to be split off
   * @return the indices of each part's examples, ascending; the folds of a class differ in size by
   *     one example at most
   */
  List<PerPart<int[]>> divisions(int[] labels, int firstTest) {
    Integer count = split.folds();
    if (count == null) {
      return List.of(divide(labels, firstTest));
    }
    int[] classes = split.stratify() ? labels : new int[labels.length];
    int[][] members = shuffledMembers(classes, firstTest);
    int[] left = Arrays.stream(members).mapToInt(group -> group.length).toArray();
    int[] test = allot(firstTest < classes.length ? 0 : split.test(), members, left);
    IntStream.Builder testing = IntStream.builder();
    IntStream.range(firstTest, classes.length).forEach(testing::add);
    List<IntStream.Builder> folds =
        IntStream.range(0, count).mapToObj(i -> IntStream.builder()).toList();
    int dealt = 0;
    for (int c = 0; c < members.length; c++) {
      for (int i = 0; i < members[c].length; i++) {
        (i < test[c] ? testing : folds.get(dealt++ % count)).add(members[c][i]);
      }
    }
    if (dealt < count) {
      throw new InvalidDataException(
          "%d rows outside the test part are too few for prepare.split.folds (%d); each fold needs one."
              .formatted(dealt, count));
    }
    return Folds.divisions(
        folds.stream().map(fold -> fold.build().toArray()).toList(), testing.build().toArray());
  }

  /**
   * Divides the examples.
   *
   * @param labels the class of each example; all 0 if there are no classes
   * @param firstTest index of the first example of the test part; {@code labels.length} if it is
   *     yet to be split off
   * @return the indices of each part's examples, ascending
   */
  PerPart<int[]> divide(int[] labels, int firstTest) {
    int[] classes = split.stratify() ? labels : new int[labels.length];
    boolean ownTest = firstTest < classes.length;
    int[][] members = shuffledMembers(classes, firstTest);
    double testShare = ownTest ? 0 : split.test();
    int[] left = Arrays.stream(members).mapToInt(group -> group.length).toArray();
    int[] test = allot(testShare, members, left);
    int[] validation = allot(split.validation(), members, left);

    List<Integer> testing = new ArrayList<>();
    List<Integer> validating = new ArrayList<>();
    List<Integer> training = new ArrayList<>();
    for (int c = 0; c < members.length; c++) {
      for (int i = 0; i < members[c].length; i++) {
        List<Integer> part =
            i < test[c] ? testing : i < test[c] + validation[c] ? validating : training;
        part.add(members[c][i]);
      }
    }
    IntStream.range(firstTest, classes.length).forEach(testing::add);
    if (training.isEmpty() || validating.isEmpty()) {
      throw new InvalidDataException(
          "%s too few to split off %s for validation and %s for testing; at least one must"
                  .formatted(
                      Counts.of(classes.length, "row") + (classes.length == 1 ? " is" : " are"),
                      split.validation(),
                      split.test())
              + " be left for training and one for validation.");
    }
    return new PerPart<>(ascending(training), ascending(validating), ascending(testing));
  }

  /**
   * Splits off the test part only.
   *
   * @param labels the class of each example outside the validation part
   * @param validation the validation part, which is of its own
   */
  PerPart<int[]> splitTest(int[] labels, int[] validation) {
    int[][] members =
        shuffledMembers(split.stratify() ? labels : new int[labels.length], labels.length);
    int[] left = Arrays.stream(members).mapToInt(group -> group.length).toArray();
    int[] test = allot(split.test(), members, left);
    List<Integer> testing = new ArrayList<>();
    List<Integer> training = new ArrayList<>();
    for (int c = 0; c < members.length; c++) {
      for (int i = 0; i < members[c].length; i++) {
        (i < test[c] ? testing : training).add(members[c][i]);
      }
    }
    return new PerPart<>(ascending(training), validation, ascending(testing));
  }

  private int[][] shuffledMembers(int[] classes, int end) {
    int count = Arrays.stream(classes).limit(end).max().orElse(0) + 1;
    int[][] members = new int[count][];
    for (int c = 0; c < count; c++) {
      int wanted = c;
      members[c] = IntStream.range(0, end).filter(i -> classes[i] == wanted).toArray();
      shuffle(members[c]);
    }
    return members;
  }

  /** Shuffles values by Fisher and Yates' algorithm (Durstenfeld 1964). */
  private void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  /** Returns the number of examples of each class for a part, and subtracts them from the rest. */
  private static int[] allot(double share, int[][] members, int[] left) {
    int total = Arrays.stream(members).mapToInt(group -> group.length).sum();
    long wanted = Math.round(share * total);
    int[] taken = new int[members.length];
    for (int c = 0; c < members.length; c++) {
      taken[c] = (int) Math.floor(share * members[c].length);
      left[c] -= taken[c];
      wanted -= taken[c];
    }
    List<Integer> byRemainder =
        IntStream.range(0, members.length)
            .filter(c -> share * members[c].length > taken[c])
            .boxed()
            .sorted(Comparator.comparingDouble(c -> taken[c] - share * members[c].length))
            .toList();
    for (int c : byRemainder) {
      if (wanted > 0 && left[c] > 1) {
        taken[c]++;
        left[c]--;
        wanted--;
      }
    }
    return taken;
  }

  private static int[] ascending(List<Integer> indices) {
    return indices.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
