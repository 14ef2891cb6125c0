package org.espalier.nas.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code nas new}. */
@Command(
    name = "new",
    description = "Creates a project for your own plugin.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {NewPluginCommand.class},
    footer = {"%nExample:", "  nas new plugin my-controller"})
final class NewCommand implements Runnable {

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
    throw new ParameterException(spec.commandLine(), "Missing command: plugin.");
  }
}
