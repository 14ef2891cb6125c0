package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;

/**
 * The division of rows into parts and folds that keeps the rows of a group together. The parts have
 * nearly the wanted numbers of rows, and folds have nearly equal ones.
 */
final class GroupSplit {
  private final Split split;
  private final RandomGenerator random;
  private final RawData raw;

  GroupSplit(Split split, RandomGenerator random, RawData raw) {
    this.split = split;
    this.random = random;
    this.raw = raw;
  }

  /**
   * Divides the rows, once for each fold, or once if there are no folds.
   *
   * @param groups the group of each row
   * @param firstTest index of the first row of the test part; {@code groups.size()} if it is yet to
   *     be split off
   * @return the indices of each part's rows, ascending
   * @throws InvalidDataException if there are too few groups, or if a group has rows in the given
   *     test part and outside of it
   */
  List<PerPart<int[]>> divide(List<String> groups, int firstTest) {
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    for (int i = 0; i < firstTest; i++) {
      byName.computeIfAbsent(groups.get(i), name -> new ArrayList<>()).add(i);
    }
    boolean ownTest = firstTest < groups.size();
    requireSeparate(byName.keySet(), groups.subList(firstTest, groups.size()));
    boolean splitTest = !ownTest && split.test() > 0;
    Integer folds = split.folds();
    int kept = folds == null ? 2 : folds;
    requireEnough(byName.size(), kept, splitTest);
    List<List<Integer>> rest = new ArrayList<>(byName.values());
    shuffle(rest);
    List<Integer> testing =
        splitTest
            ? take(rest, split.test(), firstTest, kept)
            : IntStream.range(firstTest, groups.size()).boxed().toList();
    if (folds != null) {
      return Folds.divisions(balanced(rest, folds), array(testing));
    }
    List<Integer> validating = take(rest, split.validation(), firstTest, 1);
    return List.of(new PerPart<>(array(flat(rest)), array(validating), array(testing)));
  }

  /** Returns folds of whole groups: the largest first, each is added to the smallest fold. */
  private static List<int[]> balanced(List<List<Integer>> groups, int count) {
    List<List<Integer>> folds = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> folds.add(new ArrayList<>()));
    groups.stream()
        .sorted(Comparator.comparingInt(group -> -group.size()))
        .forEach(
            group ->
                folds.stream()
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .addAll(group));
    return folds.stream().map(GroupSplit::array).toList();
  }

  private void requireSeparate(Set<String> names, List<String> inTest) {
    Set<String> both = new HashSet<>(inTest);
    both.retainAll(names);
    inTest.stream()
        .filter(both::contains)
        .findFirst()
        .ifPresent(
            group -> {
              throw new InvalidDataException(
                  ("%s has rows of the group %s (%s) in the test part and outside of it, and so of"
                          + " %d groups in all; prepare.split.by (group) needs a test part with"
                          + " other groups.")
                      .formatted(raw.name(), group, split.column(), both.size()));
            });
  }

  private void requireEnough(int groups, int kept, boolean splitTest) {
    int needed = kept + (splitTest ? 1 : 0);
    if (groups < needed) {
      throw new InvalidDataException(
          "%s has %d %s in %s to divide; prepare.split.by (group) needs at least %d: %s%s."
              .formatted(
                  raw.name(),
                  groups,
                  groups == 1 ? "group" : "groups",
                  split.column(),
                  needed,
                  split.folds() == null
                      ? "one for training, one for validation"
                      : "one for each of " + kept + " folds",
                  splitTest ? " and one for testing" : ""));
    }
  }

  /** Removes the groups of a part and returns their rows; leaves a number of groups at least. */
  private static List<Integer> take(List<List<Integer>> groups, double share, int rows, int leave) {
    int[] sizes = groups.stream().mapToInt(List::size).toArray();
    int wanted = Math.toIntExact(Math.round(share * rows));
    List<Integer> chosen = SizeChoice.nearest(sizes, wanted, groups.size() - leave);
    List<List<Integer>> taken = chosen.stream().map(groups::get).toList();
    Set<Integer> indices = new HashSet<>(chosen);
    List<List<Integer>> left =
        IntStream.range(0, groups.size())
            .filter(i -> !indices.contains(i))
            .mapToObj(groups::get)
            .toList();
    groups.clear();
    groups.addAll(left);
    return flat(taken);
  }

  private void shuffle(List<?> values) {
    for (int i = values.size() - 1; i > 0; i--) {
      Collections.swap(values, i, random.nextInt(i + 1));
    }
  }

  private static List<Integer> flat(List<List<Integer>> groups) {
    return groups.stream().flatMap(Collection::stream).toList();
  }

  private static int[] array(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
