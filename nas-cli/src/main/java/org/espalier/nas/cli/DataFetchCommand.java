package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.espalier.nas.data.catalogue.CatalogueEntry;
import org.espalier.nas.data.catalogue.DatasetCatalogue;
import org.espalier.nas.data.catalogue.PublicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas data fetch}. */
@Command(
    name = "fetch",
    description = "Fetches the named public data sets if they are missing, and verifies them.",
    footer = {"%nExamples:", "  nas data fetch wine-quality-white iris"})
final class DataFetchCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private DataCommand data;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names of data sets.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private List<String> names;

  @Override
  public Integer call() {
    DatasetCatalogue catalogue = DatasetCatalogue.bundled();
    List<CatalogueEntry> entries = names.stream().map(catalogue::find).toList();
    try (DownloadBar bar = new DownloadBar(data.nas().err())) {
      for (CatalogueEntry entry : entries) {
        for (Path file : PublicFiles.ofSystem().fetch(entry, bar)) {
          data.nas().out().println(entry.name() + ": " + file);
        }
      }
    }
    return ExitCode.DONE;
  }
}
