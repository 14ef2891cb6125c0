package org.espalier.nas.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.view.BestTrials;
import org.espalier.nas.cli.view.TrialTable;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas top}. */
@Command(
    name = "top",
    description =
        "Lists the best architectures of a run: those with the highest rewards, or the front of"
            + " several objectives.",
    footer = {"%nExamples:", "  nas top latest", "  nas top quickstart -n 20 --json"})
final class TopCommand implements Callable<Integer> {

  private static final int COUNT = 10;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "-n",
      paramLabel = "N",
      description =
          "Maximum number of architectures to list (default: 10; of several objectives, the whole"
              + " front).")
  private @Nullable Integer count;

  @Option(names = "--csv", description = "Print CSV.")
  private boolean csv;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (count != null && count <= 0) {
      throw new ParameterException(nas.command(), "-n (" + count + ") must be positive.");
    }
    if (csv && json) {
      throw new ParameterException(nas.command(), "--csv and --json exclude each other.");
    }
    StudyHistory history = run.study(nas).history();
    TrialTable table =
        new BestTrials(
                history,
                Objects.requireNonNullElse(count, COUNT),
                Objects.requireNonNullElse(count, Integer.MAX_VALUE))
            .table();
    String text = csv ? table.csv() : table.text(Terminals.tableWidth());
    nas.out().print(json ? Json.of(table.tree()) + "\n" : text);
    nas.out().flush();
    return ExitCode.DONE;
  }
}
