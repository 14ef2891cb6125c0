package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.engine.table.BenchmarkTable;
import org.espalier.nas.engine.table.ImportedTable;
import org.espalier.nas.engine.table.MeasuredData;
import org.espalier.nas.engine.table.TableFile;
import org.espalier.nas.experiment.file.ImportRecipe;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedRecipe;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.experiment.wiring.GivenParts;
import org.jspecify.annotations.Nullable;

/** The import of a table from a file whose rows are architectures, by a recipe. */
public final class TableImport {
  private final Catalogue catalogue;
  private final @Nullable Path dataFolder;

  /**
   * Creates an import.
   *
   * @param dataFolder folder in which files are looked for that are not beside the recipe, or null
   */
  public TableImport(Catalogue catalogue, @Nullable Path dataFolder) {
    this.catalogue = catalogue;
    this.dataFolder = dataFolder;
  }

  /**
   * A table that was imported.
   *
   * @param file file of the table
   * @param table the table
   */
  public record Imported(Path file, BenchmarkTable table) {}

  /**
   * Makes the table and writes it to {@code NAME.npz}.
   *
   * @param yaml text of the recipe, kept in the table
   * @param folder folder of the table, created if missing
   * @throws NasException if the recipe does not fit the file; the message has file and line
   */
  public Imported run(LocatedRecipe located, String yaml, Path folder) {
    ImportRecipe recipe = located.recipe();
    List<Path> rows = recipe.rows().stream().map(name -> rows(located, name)).toList();
    BenchmarkTable table = table(located, rows, yaml);
    Path file = folder.resolve(recipe.name() + TableFile.EXTENSION);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TableFile.write(table, file);
    return new Imported(file, table);
  }

  private Path rows(LocatedRecipe located, String name) {
    Path beside = located.folder().resolve(name);
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    Path inFolder = dataFolder == null ? beside : dataFolder.resolve(name);
    if (Files.isRegularFile(inFolder)) {
      return inFolder;
    }
    throw new InvalidExperimentException(
        located.place("rows"),
        "rows (%s) is neither beside the recipe (%s) nor in the folder of %s (%s). Copy the file there, or name it: --set rows=FILE."
            .formatted(
                name,
                located.folder(),
                DataFolders.OWN,
                dataFolder == null ? "not set" : dataFolder));
  }

  private BenchmarkTable table(LocatedRecipe located, List<Path> rows, String yaml) {
    GivenParts given = new GivenParts(null, TableImport::noEvaluator, null);
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            located.experiment(),
            catalogue,
            new RunFolder(rows.get(0).resolveSibling("none")),
            DownloadListener.none(),
            given)) {
      SearchSpace space = graph.searchSpace();
      if (!space.isFinite()) {
        throw new InvalidExperimentException(
            located.place("searchSpace"),
            "The search space decides real numbers; a table needs a finite one. Give the values of the file as options: {type: categorical, ordered: true, options: […]}.");
      }
      RecipeRows read = RecipeRows.read(located, space, rows);
      ImportedTable table = new ImportedTable(space, read.architectures());
      Optional<Architecture> missing = table.missing();
      requireWhole(located, rows.get(0), table, missing, read.architectures().size());
      read.fill(table);
      return table.build(
          located.recipe().name(),
          yaml,
          missing.isPresent() || located.recipe().partial(),
          data(located.recipe()),
          provenance(located.recipe(), rows));
    }
  }

  private static void requireWhole(
      LocatedRecipe located,
      Path rows,
      ImportedTable table,
      Optional<Architecture> missing,
      int count) {
    if (missing.isPresent() && !located.recipe().partial()) {
      throw new InvalidExperimentException(
          located.place("searchSpace"),
          "%s has rows of %d of the %d architectures; %s is missing, for example. Add the rows, or allow a part of the space: partial: true."
              .formatted(rows, count, table.count(), missing.get()));
    }
  }

  private static @Nullable DatasetInfo data(ImportRecipe recipe) {
    MeasuredData dataset = recipe.dataset();
    return dataset == null ? null : dataset.info();
  }

  private static Map<String, String> provenance(ImportRecipe recipe, List<Path> rows) {
    Map<String, String> provenance = new TreeMap<>();
    String source = recipe.source();
    if (source != null) {
      provenance.put("source", source);
    }
    provenance.put("rows", String.join(" ", recipe.rows()));
    provenance.put(
        "rows.sha256", rows.stream().map(TableImport::hash).collect(Collectors.joining(" ")));
    return provenance;
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Evaluator noEvaluator() {
    throw new IllegalStateException("An import evaluates nothing.");
  }
}
