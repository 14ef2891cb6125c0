package org.espalier.nas.engine.table;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.space.ConstrainedSpace;

/** The search space of an experiment on a table: that of the table, or a subset of it. */
final class CoveredSpace {
  private static final BigInteger MOST = BigInteger.valueOf(1_000_000);

  private final TableSource source;
  private final BenchmarkTable table;
  private final Map<String, Double> optimum;
  private final Map<String, Double> average;

  private CoveredSpace(
      TableSource source,
      BenchmarkTable table,
      Map<String, Double> optimum,
      Map<String, Double> average) {
    this.source = source;
    this.table = table;
    this.optimum = optimum;
    this.average = average;
  }

  /**
   * Checks that a table covers a space.
   *
   * @throws InvalidSettingException if it does not; the message names the difference
   */
  static CoveredSpace of(TableSource source, BenchmarkTable table, SearchSpace space) {
    Optional<SpaceOutline> outline =
        SpaceOutline.of(space instanceof ConstrainedSpace masked ? masked.whole() : space);
    if (outline.isEmpty()) {
      throw refused(source, "it decides real numbers here");
    }
    Optional<String> difference = table.definition().space().difference(outline.get());
    if (difference.isEmpty()) {
      return space instanceof ConstrainedSpace
          ? of(source, table, feasible(table, space))
          : new CoveredSpace(source, table, table.truth().optimum(), table.truth().average());
    }
    if (table.definition().sample() || outline.get().count().compareTo(MOST) > 0) {
      throw refused(source, difference.get());
    }
    int[] rows =
        space
            .enumerate()
            .mapToInt(architecture -> row(source, table, space, architecture, difference.get()))
            .toArray();
    return of(source, table, rows);
  }

  private static int[] feasible(BenchmarkTable table, SearchSpace space) {
    return IntStream.range(0, table.architectures().size())
        .filter(row -> space.contains(table.architectures().get(row)))
        .toArray();
  }

  private static CoveredSpace of(TableSource source, BenchmarkTable table, int[] rows) {
    return new CoveredSpace(
        source,
        table,
        table.truth().optimum(IntStream.of(rows)),
        table.truth().average(IntStream.of(rows)));
  }

  private static int row(
      TableSource source,
      BenchmarkTable table,
      SearchSpace space,
      Architecture architecture,
      String difference) {
    OptionalInt row = table.find(architecture, space);
    if (row.isEmpty()) {
      throw refused(source, "%s; it lacks %s".formatted(difference, architecture));
    }
    return row.getAsInt();
  }

  private static InvalidSettingException refused(TableSource source, String difference) {
    return new InvalidSettingException(
        source.file() == null ? "table" : "file",
        "%s is of another search space: %s. Search in the space of the table, or make one of this space: nas tabulate."
            .formatted(source.name(), difference));
  }

  /** Returns the best value of all architectures of the space. */
  Map<String, Double> optimum() {
    return optimum;
  }

  /** Returns the mean value of all architectures of the space. */
  Map<String, Double> average() {
    return average;
  }

  /** Returns the failure of an architecture that was not measured after so few epochs. */
  String unmeasured(Architecture architecture, int epochs) {
    return "%s has no result of %s after %s or fewer."
        .formatted(source.name(), architecture, Counts.of(epochs, "epoch"));
  }

  /** Returns the failure of an architecture that is not in the table. */
  String lacks(Architecture architecture) {
    return "%s lacks %s%s."
        .formatted(
            source.name(),
            architecture,
            table.definition().sample()
                ? "; it holds a sample of %d of the %d architectures"
                    .formatted(table.architectures().size(), table.definition().space().count())
                : "");
  }
}
