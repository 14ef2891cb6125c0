package org.espalier.nas.cli;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.experiment.comparison.ComparisonLine;
import org.espalier.nas.experiment.comparison.StoredComparison;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas comparisons}. */
@Command(
    name = "comparisons",
    description = "Lists the comparisons, with their progress and verdict.",
    footer = {"%nExamples:", "  nas comparisons", "  nas comparisons --out elsewhere --json"})
final class ComparisonsCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = StoredComparison.ROOT,
      description = "Folder in which comparisons are kept (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<ComparisonLine> lines =
        StoredComparison.all(out).stream().map(ComparisonLine::of).toList();
    if (json) {
      nas.out().println(Json.of(lines.stream().map(ComparisonLine::tree).toList()));
    } else if (lines.isEmpty()) {
      nas.out().println("No comparisons in " + out + " yet.");
    } else {
      nas.out().print(table(lines).cut(Terminals.tableWidth()));
    }
    nas.out().flush();
    return ExitCode.DONE;
  }

  private static TextTable table(List<ComparisonLine> lines) {
    TextTable table = new TextTable(LEFT, LEFT, RIGHT, RIGHT, RIGHT, LEFT, LEFT);
    table.row("COMPARISON", "STATUS", "ARMS", "SEEDS", "SEARCHES", "FILE", "VERDICT");
    for (ComparisonLine line : lines) {
      table.row(
          line.name(),
          line.statusText(),
          Integer.toString(line.arms().size()),
          Integer.toString(line.seeds()),
          line.ended() + "/" + line.searches(),
          line.file(),
          line.verdict().isEmpty() ? "\u2013" : line.verdict().get(0));
    }
    return table;
  }
}
