package org.espalier.nas.cli;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.view.RunLine;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas runs}. */
@Command(
    name = "runs",
    description = "Lists the runs, newest last.",
    footer = {
      "%nExamples:",
      "  nas runs",
      "  nas runs --out elsewhere --json",
      "  nas runs --store jdbc:postgresql://host/studies",
    })
final class RunsCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Folder in which runs are kept (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path out;

  @Mixin private final StoreOption store = new StoreOption();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<StoreUrl> server = store.url(nas);
    StudyLibrary library =
        server
            .map(url -> StudyLibrary.inServer(url, nas.servers().at(url)))
            .orElseGet(() -> StudyLibrary.inFolders(out, nas.studies()));
    List<RunLine> lines =
        library.entries().stream()
            .map(entry -> RunLine.of(library.repository(), entry.name(), entry.key()))
            .toList();
    if (json) {
      nas.out().println(Json.of(lines.stream().map(RunLine::tree).toList()));
    } else if (lines.isEmpty()) {
      nas.out().println("No runs in " + library.place() + " yet.");
    } else {
      nas.out().print(table(lines).cut(Terminals.tableWidth()));
      nas.out().flush();
    }
    return ExitCode.DONE;
  }

  private static TextTable table(List<RunLine> lines) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT);
    table.row("RUN", "BEGUN (UTC)", "STATUS", "TRIALS", "SEED", "BEST");
    for (RunLine line : lines) {
      table.row(
          line.run(),
          line.begunText(),
          line.statusText(),
          Integer.toString(line.trials()),
          Long.toString(line.seed()),
          line.bestText());
    }
    return table;
  }
}
