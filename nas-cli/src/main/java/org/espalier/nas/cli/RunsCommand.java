package org.espalier.nas.cli;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.view.RunLine;
import org.espalier.nas.engine.store.RunFolders;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas runs}. */
@Command(
    name = "runs",
    description = "Lists the runs, newest last.",
    footer = {"%nExamples:", "  nas runs", "  nas runs --out elsewhere --json"})
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

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<RunLine> lines =
        new RunFolders(out)
            .all().stream().map(folder -> RunLine.of(nas.studies(), folder)).toList();
    if (json) {
      nas.out().println(Json.of(lines.stream().map(RunLine::tree).toList()));
    } else if (lines.isEmpty()) {
      nas.out().println("No runs in " + out + " yet.");
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
