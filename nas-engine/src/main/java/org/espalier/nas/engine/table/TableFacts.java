package org.espalier.nas.engine.table;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * The facts of architectures in the table that an experiment evaluates on, known before evaluation.
 */
public final class TableFacts {
  private final EvaluatorSettings evaluator;
  private final TableLibrary library;
  private @Nullable BenchmarkTable table;

  /** Creates the facts; an evaluator without table has none. */
  @Inject
  public TableFacts(EvaluatorSettings evaluator, TableLibrary library) {
    this.evaluator = evaluator;
    this.library = library;
  }

  /** Returns the facts of an experiment without table. */
  public static TableFacts none() {
    return new TableFacts(new EvaluatorSettings() {}, new TableLibrary());
  }

  /** Returns true if the table states this fact. */
  public boolean states(String fact) {
    return table().filter(known -> known.definition().facts().contains(fact)).isPresent();
  }

  /**
   * Returns a fact of an architecture, or of its canonical form if only that is in the table.
   *
   * @return empty if there is no table, or it does not state the fact
   */
  public OptionalDouble of(String fact, Architecture architecture, SearchSpace space) {
    return table()
        .filter(known -> known.definition().facts().contains(fact))
        .map(known -> of(known, fact, known.find(architecture, space)))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble of(BenchmarkTable table, String fact, OptionalInt row) {
    Double value = row.isPresent() ? table.facts(row.getAsInt()).get(fact) : null;
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private synchronized Optional<BenchmarkTable> table() {
    if (table == null && evaluator instanceof TabularSettings settings) {
      table = library.table(settings.source());
    }
    return Optional.ofNullable(table);
  }
}
