package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;

/** The division of the rows of a table into parts and folds, by the rule of the settings. */
final class RowDivision {
  private final RawData raw;
  private final Preparation preparation;
  private final Split split;

  RowDivision(RawData raw, Preparation preparation) {
    this.raw = raw;
    this.preparation = preparation;
    this.split = preparation.split();
  }

  /**
   * Divides the rows in use, once for each fold, or once if there are no folds.
   *
   * @param rows the rows in use, ascending
   * @return the indices in {@code rows} of each part, ascending
   * @throws InvalidDataException if the column of the split does not exist or lacks values, or if
   *     the rows cannot be divided by it
   */
  List<PerPart<int[]>> divide(RandomStreams streams, int[] rows, Targets targets) {
    int firstTest = (int) IntStream.of(rows).filter(row -> row < raw.firstTestRow()).count();
    // Duplicates have the same date and group, so only a random split can separate them.
    return switch (split.by()) {
      case RANDOM -> random(Partition.of(split, streams), rows, targets, firstTest);
      case DATE -> List.of(new ChronologicalSplit(split, raw).divide(times(rows), firstTest));
      case GROUP ->
          new GroupSplit(split, Partition.random(split, streams), raw)
              .divide(groups(rows), firstTest);
    };
  }

  private List<PerPart<int[]>> random(
      Partition partition, int[] rows, Targets targets, int firstTest) {
    int[] strata = targets.strata();
    return preparation.duplicates() == Duplicates.TOGETHER
        ? together(
            partition, new UsableRows(raw, preparation).firsts(rows, firstTest), strata, firstTest)
        : partition.divisions(strata, firstTest);
  }

  /** Divides the distinct rows and puts each duplicate into the part of its first occurrence. */
  private static List<PerPart<int[]>> together(
      Partition partition, int[] firsts, int[] strata, int firstTest) {
    int[] distinct = IntStream.range(0, firsts.length).filter(i -> firsts[i] == i).toArray();
    int distinctTest = (int) IntStream.of(distinct).filter(i -> i < firstTest).count();
    return partition.divisions(select(strata, distinct), distinctTest).stream()
        .map(divided -> divided.map(part -> withDuplicates(select(distinct, part), firsts)))
        .toList();
  }

  private static int[] withDuplicates(int[] part, int[] firsts) {
    BitSet here = new BitSet(firsts.length);
    IntStream.of(part).forEach(here::set);
    return IntStream.range(0, firsts.length).filter(i -> here.get(firsts[i])).toArray();
  }

  private double[] times(int[] rows) {
    Column column = column(rows);
    if (!(column instanceof NumericColumn numbers)) {
      throw new InvalidDataException(
          ("prepare.split.column (%s) of %s is text, for example %s; prepare.split.by (date) needs"
                  + " dates or numbers. If it has dates, set dates to {%s: yyyy-MM-dd} or another"
                  + " pattern.")
              .formatted(column.name(), raw.name(), column.text(rows[0]), column.name()));
    }
    return Arrays.stream(rows).mapToDouble(numbers::value).toArray();
  }

  private List<String> groups(int[] rows) {
    Column column = column(rows);
    return IntStream.of(rows).mapToObj(column::text).toList();
  }

  private Column column(int[] rows) {
    String name = split.column();
    if (name == null) {
      throw new InvalidDataException(
          ("prepare.split.column must be given with prepare.split.by (date): %s has no column that"
                  + " is known to be a date.")
              .formatted(raw.name()));
    }
    if (raw.labels().contains(name)) {
      throw new InvalidDataException(
          "prepare.split.column (%s) must not be the label of %s; name another column."
              .formatted(name, raw.name()));
    }
    Column column = raw.table().column(name);
    IntStream.of(rows)
        .filter(column::missing)
        .findFirst()
        .ifPresent(
            row -> {
              throw new InvalidDataException(
                  "%s: %s is missing, but rows are split by it; fix or remove the row."
                      .formatted(raw.table().place(row), name));
            });
    return column;
  }

  private static int[] select(int[] values, int[] indices) {
    return Arrays.stream(indices).map(i -> values[i]).toArray();
  }
}
