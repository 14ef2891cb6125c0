package org.espalier.nas.engine.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** A reader of architectures from the cells of rows. */
public final class ArchitectureCells {
  private static final int MOST_SHOWN = 12;

  private final SearchSpace space;
  private final Map<String, String> columns;
  private final Map<String, String> values;
  private final Map<String, Map<String, String>> valuesOf;

  /**
   * Creates a reader.
   *
   * @param columns column of each decision by the decision's name; a missing one has the name of
   *     the decision
   * @param values option by the text of a cell; other texts stand for themselves
   * @param valuesOf the same for single decisions, by their names
   */
  public ArchitectureCells(
      SearchSpace space,
      Map<String, String> columns,
      Map<String, String> values,
      Map<String, Map<String, String>> valuesOf) {
    this.space = space;
    this.columns = Map.copyOf(columns);
    this.values = Map.copyOf(values);
    this.valuesOf = Map.copyOf(valuesOf);
  }

  /** Returns the column of a decision. */
  public String column(String decision) {
    return columns.getOrDefault(decision, decision);
  }

  /**
   * Returns the architecture of a row. Columns of decisions that the space does not ask are not
   * read.
   *
   * @param cell text of the row in a column; empty if there is none
   * @throws InvalidDataException if a cell does not answer its decision; the message lacks the
   *     place
   */
  public Architecture read(UnaryOperator<String> cell) {
    Architecture made = Architecture.empty();
    Optional<Decision> next = space.next(made);
    while (next.isPresent()) {
      made = made.with(choice(next.get(), cell.apply(column(next.get().name()))));
      next = space.next(made);
    }
    return made;
  }

  private Choice choice(Decision decision, String text) {
    if (text.isEmpty()) {
      throw new InvalidDataException(
          "%s is empty, but %s needs a value. Fill the cell or remove the row."
              .formatted(column(decision.name()), decision.name()));
    }
    String meant =
        valuesOf
            .getOrDefault(decision.name(), Map.of())
            .getOrDefault(text, values.getOrDefault(text, text));
    return decision
        .parse(meant)
        .or(() -> equalNumber(decision, meant))
        .orElseThrow(() -> unknown(decision, text, meant));
  }

  /** Returns the choice that is the same number in another notation, as 1e-05 and 0.00001 are. */
  private static Optional<Choice> equalNumber(Decision decision, String text) {
    OptionalDouble number = number(text);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double wanted = number.getAsDouble();
    return decision
        .domain()
        .fold(
            options ->
                options.options().stream()
                    .filter(option -> number(option).orElse(Double.NaN) == wanted)
                    .findFirst()
                    .flatMap(decision::parse),
            integers ->
                wanted == Math.rint(wanted)
                    ? decision.parse(Long.toString((long) wanted))
                    : Optional.empty(),
            reals -> Optional.empty());
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException none) {
      return OptionalDouble.empty();
    }
  }

  private InvalidDataException unknown(Decision decision, String text, String meant) {
    return new InvalidDataException(
        "%s (%s) is no value of %s, which has %s. Fix the cell, or give its meaning in the recipe: values: {%s: …}."
            .formatted(
                column(decision.name()),
                text.equals(meant) ? text : text + ", that is " + meant,
                decision.name(),
                values(decision),
                text));
  }

  private static String values(Decision decision) {
    return decision
        .domain()
        .fold(
            options -> {
              List<String> all =
                  options.allowed().stream().map(index -> options.options().get(index)).toList();
              return all.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
                  + (all.size() > MOST_SHOWN ? ", …" : "");
            },
            integers ->
                "%d to %d by %d".formatted(integers.low(), integers.high(), integers.step()),
            Object::toString);
  }
}
