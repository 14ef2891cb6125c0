package org.espalier.nas.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code nas data}. */
@Command(
    name = "data",
    description = "Lists, fetches and audits data sets.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DataListCommand.class, DataFetchCommand.class, DataAuditCommand.class},
    footer = {
      "%nExamples:",
      "  nas data list",
      "  nas data fetch wine-quality-white",
      "  nas data audit experiments/wine-quality.yaml",
    })
final class DataCommand implements Runnable {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private CommandSpec spec;

  /** Returns the program. */
  Nas nas() {
    return nas;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: list, fetch or audit.");
  }
}
