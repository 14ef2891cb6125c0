package org.espalier.nas.engine.table;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/** The search space of an experiment on a table: that of the table, or a subset of it. */
final class CoveredSpace {
  private static final BigInteger MOST = BigInteger.valueOf(1_000_000);

  private final TableSource source;
  private final BenchmarkTable table;
  private final Map<String, Double> optimum;

  private CoveredSpace(TableSource source, BenchmarkTable table, Map<String, Double> optimum) {
    this.source = source;
    this.table = table;
    this.optimum = optimum;
  }

  /**
   * Checks that a table covers a space.
   *
   * @throws InvalidSettingException if it does not; the message names the difference
   */
  static CoveredSpace of(TableSource source, BenchmarkTable table, SearchSpace space) {
    Optional<SpaceOutline> outline = SpaceOutline.of(space);
    if (outline.isEmpty()) {
      throw refused(source, "it decides real numbers here");
    }
    Optional<String> difference = table.definition().space().difference(outline.get());
    if (difference.isEmpty()) {
      return new CoveredSpace(source, table, table.truth().optimum());
    }
    if (table.definition().sample() || outline.get().count().compareTo(MOST) > 0) {
      throw refused(source, difference.get());
    }
    IntStream rows =
        space
            .enumerate()
            .map(space::canonical)
            .distinct()
            .mapToInt(architecture -> row(source, table, architecture, difference.get()));
    return new CoveredSpace(source, table, table.truth().optimum(rows));
  }

  private static int row(
      TableSource source, BenchmarkTable table, Architecture architecture, String difference) {
    OptionalInt row = table.find(architecture);
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
