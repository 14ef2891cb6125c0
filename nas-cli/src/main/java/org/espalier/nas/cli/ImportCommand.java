package org.espalier.nas.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.engine.table.TableDefinition;
import org.espalier.nas.experiment.file.ImportRecipeReader;
import org.espalier.nas.experiment.file.LocatedRecipe;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.run.TableImport;
import org.espalier.nas.experiment.text.ShownPath;
import org.espalier.nas.experiment.wiring.GivenParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas import}. */
@Command(
    name = "import",
    description =
        "Makes a table of results that were measured elsewhere from a CSV file whose rows are"
            + " architectures. A recipe says which columns are decisions, metrics and facts.",
    footer = {
      "%nExamples:",
      "  nas import experiments/import/nasbench-201-cifar10.yaml --out table/",
      "  nas import my-recipe.yaml --set rows=results.csv.gz",
    })
final class ImportCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Parameters(paramLabel = "RECIPE", description = "The recipe.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path recipe;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting: --set rows=FILE. May be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "table",
      description = "Folder of the table (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<SettingFlag> flags = set.stream().map(SettingFlag::parse).toList();
    LocatedRecipe located =
        new ImportRecipeReader(nas.catalogue(), GivenParts.TYPE).read(recipe, flags);
    TableImport.Imported imported =
        new TableImport(nas.catalogue(), DataFolders.ofSystem().own())
            .run(located, Files.readString(recipe, StandardCharsets.UTF_8), out);
    TableDefinition definition = imported.table().definition();
    nas.out()
        .printf(
            Locale.ROOT,
            "%s%s, at most %s, measured after %s%n",
            Words.count(imported.table().architectures().size(), "architecture"),
            definition.sample() ? " of " + definition.space().count() : "",
            Words.count(definition.seeds(), "seed"),
            measured(definition));
    nas.out().printf("Metrics: %s%n", String.join(", ", definition.metrics()));
    if (!definition.facts().isEmpty()) {
      nas.out().printf("Facts: %s%n", String.join(", ", definition.facts()));
    }
    Path file = imported.file();
    nas.out().printf("Table: %s%n", ShownPath.of(file));
    nas.out()
        .printf("Next: a search with evaluator: {type: tabular, file: %s}%n", ShownPath.of(file));
    nas.out().flush();
    return ExitCode.DONE;
  }

  private static String measured(TableDefinition definition) {
    String epochs =
        definition.measured().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return epochs + (epochs.equals("1") ? " epoch" : " epochs");
  }
}
