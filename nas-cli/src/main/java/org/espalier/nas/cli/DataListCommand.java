package org.espalier.nas.cli;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.data.catalogue.CatalogueEntry;
import org.espalier.nas.data.catalogue.CatalogueFile;
import org.espalier.nas.data.catalogue.DatasetCatalogue;
import org.espalier.nas.data.catalogue.PublicFiles;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas data list}. */
@Command(
    name = "list",
    description = "Lists the public data sets that experiment files can name.",
    footer = {"%nExamples:", "  nas data list", "  nas data list --json"})
final class DataListCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private DataCommand data;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = data.nas().out();
    List<CatalogueEntry> entries = DatasetCatalogue.bundled().entries();
    if (json) {
      out.println(Json.of(entries.stream().map(DataListCommand::tree).toList()));
      return ExitCode.DONE;
    }
    TextTable table =
        new TextTable(LEFT, RIGHT, RIGHT, LEFT, LEFT, LEFT)
            .row("NAME", "ROWS", "KIB", "HERE", "LICENCE", "WHAT");
    for (CatalogueEntry entry : entries) {
      table.row(
          entry.name(),
          String.format(Locale.ROOT, "%,d", entry.rows()),
          String.format(Locale.ROOT, "%,d", (entry.bytes() + 1023) / 1024),
          state(entry),
          entry.licence(),
          entry.title());
    }
    out.print(table.cut(Terminals.tableWidth()));
    out.println();
    out.println("Missing data sets are fetched on first use, or with: nas data fetch NAME");
    return ExitCode.DONE;
  }

  private static String state(CatalogueEntry entry) {
    try {
      return PublicFiles.ofSystem().locate(entry).isPresent() ? "yes" : "no";
    } catch (InvalidDataException changed) {
      return "changed";
    }
  }

  private static Map<String, Object> tree(CatalogueEntry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", entry.name());
    tree.put("title", entry.title());
    tree.put("licence", entry.licence());
    tree.put("source", entry.source());
    tree.put("rows", entry.rows());
    tree.put("state", state(entry));
    tree.put("files", entry.files().stream().map(DataListCommand::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(CatalogueFile file) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("path", file.path());
    tree.put("bytes", file.bytes());
    tree.put("sha256", file.sha256());
    tree.put("address", file.address().toString());
    return tree;
  }
}
