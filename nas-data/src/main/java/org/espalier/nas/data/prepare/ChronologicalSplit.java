package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;

/**
 * The division of rows by time: the oldest train, the next validate, the newest test. Rows of the
 * same time are in the same part; each boundary is the possible one nearest to the wanted share.
 */
final class ChronologicalSplit {
  private final Split split;
  private final RawData raw;

  ChronologicalSplit(Split split, RawData raw) {
    this.split = split;
    this.raw = raw;
  }

  /**
   * Divides the rows.
   *
   * @param times the time of each row
   * @param firstTest index of the first row of the test part; {@code times.length} if it is yet to
   *     be split off
   * @return the indices of each part's rows, ascending
   * @throws InvalidDataException if there are too few distinct times, or if the given test part is
   *     not newer than the other rows
   */
  PerPart<int[]> divide(double[] times, int firstTest) {
    boolean ownTest = firstTest < times.length;
    requireNewer(times, firstTest);
    int[] byTime =
        IntStream.range(0, firstTest)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> times[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] boundaries =
        IntStream.range(1, firstTest)
            .filter(i -> times[byTime[i - 1]] < times[byTime[i]])
            .toArray();
    boolean splitTest = !ownTest && split.test() > 0;
    requireEnough(boundaries.length + 1, splitTest ? 3 : 2);
    int testing = splitTest ? Math.toIntExact(Math.round(split.test() * firstTest)) : 0;
    int validating = Math.toIntExact(Math.round(split.validation() * firstTest));
    int end =
        splitTest ? nearest(boundaries, firstTest - testing, boundaries[0], firstTest) : firstTest;
    int begin = nearest(boundaries, firstTest - testing - validating, 0, end);
    return new PerPart<>(
        ascending(byTime, 0, begin),
        ascending(byTime, begin, end),
        ownTest
            ? IntStream.range(firstTest, times.length).toArray()
            : ascending(byTime, end, firstTest));
  }

  /** Returns the boundary above {@code low} and below {@code high} that is nearest. */
  private static int nearest(int[] boundaries, int wanted, int low, int high) {
    return Arrays.stream(boundaries)
        .filter(boundary -> low < boundary && boundary < high)
        .boxed()
        .min(Comparator.comparingInt(boundary -> Math.abs(boundary - wanted)))
        .orElseThrow();
  }

  private void requireNewer(double[] times, int firstTest) {
    double newest = Arrays.stream(times, 0, firstTest).max().orElseThrow();
    long older =
        Arrays.stream(times, firstTest, times.length).filter(time -> time <= newest).count();
    if (older > 0) {
      throw new InvalidDataException(
          ("%d of %d rows of the test part of %s are not newer, by %s, than all other rows;"
                  + " prepare.split.by (date) needs a newer test part.")
              .formatted(older, times.length - firstTest, raw.name(), split.column()));
    }
  }

  private void requireEnough(int distinct, int needed) {
    if (distinct < needed) {
      throw new InvalidDataException(
          ("%s has %d distinct %s in %s to divide; prepare.split.by (date) needs at least %d: one"
                  + " for training, one for validation%s.")
              .formatted(
                  raw.name(),
                  distinct,
                  distinct == 1 ? "value" : "values",
                  split.column(),
                  needed,
                  needed == 3 ? " and one for testing" : ""));
    }
  }

  private static int[] ascending(int[] byTime, int from, int to) {
    return Arrays.stream(byTime, from, to).sorted().toArray();
  }
}
