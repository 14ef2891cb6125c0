package org.espalier.nas.data.prepare;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;

/**
 * Random tables with the columns {@code row} (its number), {@code time} (often equal), {@code
 * patient} (a group of 1 to 20 rows) and {@code y} (three classes), by seed.
 */
final class RandomTables {
  private final RawTable table;
  private final double[] times;
  private final List<String> patients;
  private final int[] classes;

  RandomTables(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 60 + random.nextInt(200);
    times = random.doubles(rows).map(value -> Math.floor(value * rows / 3)).toArray();
    patients = new ArrayList<>();
    while (patients.size() < rows) {
      String name = "p" + random.nextInt(1_000_000);
      IntStream.rangeClosed(0, random.nextInt(20)).forEach(i -> patients.add(name));
    }
    patients.subList(rows, patients.size()).clear();
    classes = random.ints(rows, 0, 3).toArray();
    table =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn("row", IntStream.range(0, rows).asDoubleStream().toArray()),
                new NumericColumn("time", times),
                TextColumn.of("patient", patients),
                new NumericColumn("y", IntStream.of(classes).asDoubleStream().toArray())));
  }

  static IntStream seeds() {
    return IntStream.range(0, 10);
  }

  int rows() {
    return times.length;
  }

  double time(int row) {
    return times[row];
  }

  String patient(int row) {
    return patients.get(row);
  }

  int label(int row) {
    return classes[row];
  }

  RawData raw() {
    return raw(rows());
  }

  /** Returns the data without patients as features. */
  RawData raw(int firstTestRow) {
    return new RawData(
        "t", table, List.of("y"), LabelRule.plain(), firstTestRow, Set.of("patient"));
  }

  PreparedDataset prepare(Split split, long seed) {
    return prepare(Preparation.standard().with(Scaling.NONE).with(split), seed);
  }

  PreparedDataset prepare(Preparation preparation, long seed) {
    return PreparedDataset.of(raw(), preparation, new RandomStreams(seed));
  }

  /** Returns the numbers of the rows of a part of unscaled data. */
  static List<Integer> rows(Dataset dataset, Part part) {
    Examples examples = dataset.examples(part);
    FloatBuffer features = examples.features();
    int width = examples.shape().size();
    return IntStream.range(0, examples.size())
        .mapToObj(i -> Math.round(features.get(i * width)))
        .toList();
  }

  /** Returns the numbers of the rows of all parts, one after the other. */
  static List<Integer> rows(Dataset dataset) {
    List<Integer> all = new ArrayList<>();
    for (Part part : Part.values()) {
      all.addAll(rows(dataset, part));
    }
    return all;
  }

  /** Returns the numbers of all rows, ascending. */
  List<Integer> allRows() {
    return IntStream.range(0, rows()).boxed().toList();
  }
}
