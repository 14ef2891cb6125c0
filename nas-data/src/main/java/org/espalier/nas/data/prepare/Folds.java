package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The folds of a cross-validation: each is the validation part once, the others then train. */
final class Folds {

  private Folds() {}

  /**
   * Returns the parts for each fold.
   *
   * @param folds the rows of each fold, at least two folds
   * @param test the rows of the test part, which is the same for all
   * @return for each fold, the rows of its parts, ascending
   */
  static List<PerPart<int[]>> divisions(List<int[]> folds, int[] test) {
    int[] testing = sorted(Arrays.stream(test));
    return IntStream.range(0, folds.size())
        .mapToObj(
            fold ->
                new PerPart<>(
                    sorted(
                        IntStream.range(0, folds.size())
                            .filter(other -> other != fold)
                            .mapToObj(folds::get)
                            .flatMapToInt(Arrays::stream)),
                    sorted(Arrays.stream(folds.get(fold))),
                    testing))
        .toList();
  }

  private static int[] sorted(IntStream rows) {
    return rows.sorted().toArray();
  }
}
