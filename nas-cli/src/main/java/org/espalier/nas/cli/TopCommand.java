package org.espalier.nas.cli;

import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.view.TrialTable;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas top}. */
@Command(
    name = "top",
    description = "Lists the best architectures of a run.",
    footer = {"%nExamples:", "  nas top latest", "  nas top quickstart -n 20 --json"})
final class TopCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "10",
      description = "Number of architectures to list (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (count <= 0) {
      throw new ParameterException(nas.command(), "-n (" + count + ") must be positive.");
    }
    TrialTable table = new TrialTable(run.study(nas.studies()).results(), count);
    nas.out().print(json ? Json.of(table.tree()) + "\n" : table.text(Terminals.tableWidth()));
    nas.out().flush();
    return ExitCode.DONE;
  }
}
