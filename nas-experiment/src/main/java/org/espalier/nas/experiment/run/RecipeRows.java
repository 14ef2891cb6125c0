package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.ColumnRoles;
import org.espalier.nas.data.table.CsvTableReader;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.engine.table.ArchitectureCells;
import org.espalier.nas.engine.table.EmptyCells;
import org.espalier.nas.engine.table.ImportedTable;
import org.espalier.nas.engine.table.MetricColumns;
import org.espalier.nas.engine.table.NumberColumn;
import org.espalier.nas.experiment.file.ImportRecipe;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedRecipe;
import org.espalier.nas.experiment.file.Place;
import org.espalier.nas.experiment.file.Problem;

/** The rows of a file, and of further ones with further columns, read by a recipe. */
final class RecipeRows {
  private static final int MOST_ERRORS = 20;

  private final ImportRecipe recipe;
  private final RawTable table;
  private final ArchitectureCells cells;
  private final List<JoinedTable> joined;
  private final List<Architecture> architectures = new ArrayList<>();

  /** Errors in the rows, with file and line. */
  private final List<String> errors = new ArrayList<>();

  private RecipeRows(
      ImportRecipe recipe, RawTable table, ArchitectureCells cells, List<JoinedTable> joined) {
    this.recipe = recipe;
    this.table = table;
    this.cells = cells;
    this.joined = joined;
  }

  /**
   * Reads the architectures of files.
   *
   * @param files the file of the architectures, and further files
   * @throws InvalidExperimentException if the recipe names columns, decisions or options that do
   *     not exist
   * @throws InvalidDataException if rows are no architectures of the space, or repeat one
   */
  static RecipeRows read(LocatedRecipe located, SearchSpace space, List<Path> files) {
    ImportRecipe recipe = located.recipe();
    ArchitectureCells cells =
        new ArchitectureCells(space, recipe.decisions(), recipe.values(), recipe.valuesOf());
    CsvTableReader reader = new CsvTableReader(recipe.format());
    List<String> columns = new ArrayList<>();
    files.forEach(file -> columns.addAll(reader.columns(file)));
    Map<String, Place> text = decisionColumns(located, space, cells);
    String key = files.size() > 1 ? recipe.key() : null;
    if (key != null) {
      text.putIfAbsent(key, located.place("key"));
    }
    Map<String, Place> needed = new LinkedHashMap<>(text);
    numberColumns(located).forEach(needed::putIfAbsent);
    requireKnown(located, space, files, columns, needed);
    RawTable table = read(reader, files.get(0), text.keySet(), needed.keySet());
    List<JoinedTable> joined =
        key == null
            ? List.of()
            : files.subList(1, files.size()).stream()
                .map(file -> joined(reader, table, file, key, needed.keySet()))
                .toList();
    RecipeRows rows = new RecipeRows(recipe, table, cells, joined);
    rows.readArchitectures();
    return rows;
  }

  private static JoinedTable joined(
      CsvTableReader reader, RawTable table, Path file, String key, Collection<String> needed) {
    RawTable further = read(reader, file, List.of(key), needed);
    return JoinedTable.of(table, further, key, reader.columns(file), file);
  }

  private static RawTable read(
      CsvTableReader reader, Path file, Collection<String> text, Collection<String> needed) {
    List<String> columns = reader.columns(file);
    List<String> dropped = columns.stream().filter(name -> !needed.contains(name)).toList();
    return reader.read(
        List.of(file), ColumnRoles.of(text.stream().filter(columns::contains).toList(), dropped));
  }

  private static Map<String, Place> decisionColumns(
      LocatedRecipe located, SearchSpace space, ArchitectureCells cells) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (Decision decision : space.decisions()) {
      places.put(
          cells.column(decision.name()),
          located.recipe().decisions().containsKey(decision.name())
              ? located.place("decisions", decision.name())
              : located.place("searchSpace"));
    }
    return places;
  }

  private static Map<String, Place> numberColumns(LocatedRecipe located) {
    ImportRecipe recipe = located.recipe();
    Map<String, Place> places = new LinkedHashMap<>();
    recipe
        .metrics()
        .forEach(
            (metric, groups) -> {
              for (int i = 0; i < groups.size(); i++) {
                Place place = located.place("metrics", metric, String.valueOf(i), "columns");
                groups.get(i).columns().forEach(column -> places.putIfAbsent(column, place));
              }
            });
    recipe
        .facts()
        .forEach(
            (fact, column) ->
                places.putIfAbsent(column.column(), located.place("facts", fact, "column")));
    NumberColumn seconds = recipe.seconds();
    if (seconds != null) {
      places.putIfAbsent(seconds.column(), located.place("seconds", "column"));
    }
    return places;
  }

  private static void requireKnown(
      LocatedRecipe located,
      SearchSpace space,
      List<Path> files,
      List<String> columns,
      Map<String, Place> needed) {
    List<Problem> problems = new ArrayList<>();
    needed.forEach(
        (column, place) -> {
          if (!columns.contains(column)) {
            problems.add(
                new Problem(
                    place,
                    "%s has no column %s.%s Its columns: %s."
                        .formatted(
                            files.size() == 1 ? files.get(0) : files,
                            column,
                            Spelling.suggestion(column, columns),
                            String.join(", ", columns))));
          }
        });
    List<String> decisions = space.decisions().stream().map(Decision::name).toList();
    requireDecisions(located, "decisions", located.recipe().decisions(), decisions, problems);
    requireDecisions(located, "valuesOf", located.recipe().valuesOf(), decisions, problems);
    if (!problems.isEmpty()) {
      throw new InvalidExperimentException(problems);
    }
  }

  private static void requireDecisions(
      LocatedRecipe located,
      String key,
      Map<String, ?> named,
      List<String> decisions,
      List<Problem> problems) {
    for (String decision : named.keySet()) {
      if (!decisions.contains(decision)) {
        problems.add(
            new Problem(
                located.place(key, decision),
                "%s (%s) is no decision of the search space.%s Its decisions: %s."
                    .formatted(
                        key,
                        decision,
                        Spelling.suggestion(decision, decisions),
                        String.join(", ", decisions))));
      }
    }
  }

  private void readArchitectures() {
    Map<Architecture, Integer> first = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      int current = row;
      try {
        Architecture architecture = cells.read(column -> table.column(column).text(current));
        Integer before = first.putIfAbsent(architecture, row);
        if (before != null) {
          error(
              row,
              "The row has the architecture %s of %s again. Remove one of the two rows."
                  .formatted(architecture, table.place(before)));
        }
        architectures.add(architecture);
      } catch (InvalidDataException unknown) {
        error(row, String.valueOf(unknown.getMessage()));
      }
    }
    throwIfAny();
  }

  private void error(int row, String message) {
    errors.add(table.place(row) + ": " + message);
  }

  private void throwIfAny() {
    if (!errors.isEmpty()) {
      String shown = String.join("\n", errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
      throw new InvalidDataException(
          errors.size() > MOST_ERRORS
              ? shown + "\nand " + (errors.size() - MOST_ERRORS) + " more errors"
              : shown);
    }
  }

  /** Returns the architectures in the order of the rows. */
  List<Architecture> architectures() {
    return List.copyOf(architectures);
  }

  /**
   * Adds all results to a table.
   *
   * @throws InvalidDataException if cells are empty that must not be, or hold no numbers
   */
  void fill(ImportedTable imported) {
    Set<String> reported = new HashSet<>();
    recipe
        .metrics()
        .forEach(
            (metric, groups) -> {
              for (MetricColumns group : groups) {
                List<double[]> seeds =
                    group.columns().stream()
                        .map(name -> numbers(name, group.scale(), group.empty(), reported))
                        .toList();
                imported.metric(metric, group.epochs(), seeds);
              }
            });
    recipe.facts().forEach((fact, column) -> imported.fact(fact, numbers(column, reported)));
    NumberColumn seconds = recipe.seconds();
    if (seconds != null) {
      imported.seconds(numbers(seconds, reported));
    }
    throwIfAny();
  }

  private double[] numbers(NumberColumn column, Set<String> reported) {
    double[] values = numbers(column.column(), column.scale(), column.empty(), reported);
    Arrays.setAll(values, row -> values[row] + column.offset());
    return values;
  }

  private double[] numbers(String name, double scale, EmptyCells empty, Set<String> reported) {
    Optional<JoinedTable> other = joined.stream().filter(held -> held.has(name)).findFirst();
    Column column = other.map(JoinedTable::table).orElse(table).column(name);
    double[] values = new double[table.rows()];
    for (int row = 0; row < values.length; row++) {
      int own = other.isPresent() ? other.get().row(row) : row;
      values[row] =
          column instanceof NumericColumn numbers ? scale * numbers.value(own) : Double.NaN;
      boolean text = !(column instanceof NumericColumn) && !column.missing(own);
      if (text && reported.add(name)) {
        error(row, "%s (%s) must be a number.".formatted(name, column.text(own)));
      } else if (column.missing(own) && empty == EmptyCells.ERROR && reported.add(name)) {
        error(
            row,
            "%s is empty. Fill the cell, or allow results that were not measured: empty: allowed."
                .formatted(name));
      }
    }
    return values;
  }
}
