package org.espalier.nas.experiment.cli;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.Terminals;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code nas}. */
@Command(
    name = "nas",
    description = "Searches neural architectures as experiment files describe.",
    mixinStandardHelpOptions = true,
    version = "Espalier 0.1.0",
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ResumeCommand.class,
      ValidateCommand.class,
      RunsCommand.class,
      TopCommand.class,
      ShowCommand.class,
      ReportCommand.class,
      TrainCommand.class,
      PluginsCommand.class,
      SchemaCommand.class,
      DataCommand.class,
      DoctorCommand.class,
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:done",
      "  1:failed",
      "  2:bad input: an experiment file, a flag, data",
      "130:interrupted; what was finished is kept, go on with: nas resume latest",
    },
    footer = {
      "%nExamples:",
      "  nas run experiments/quickstart.yaml",
      "  nas validate my.yaml --set controller.batch=20",
      "  nas top latest",
    })
public final class Nas implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show stack traces of errors (also: NAS_DEBUG=1).")
  private boolean debug;

  private final Supplier<Catalogue> catalogue;

  private Nas(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  /** Runs the program and ends the virtual machine with its exit code. */
  public static void main(String[] arguments) {
    CommandLine program = commandLine(() -> Catalogue.load(Nas.class.getClassLoader()));
    String err = System.getProperty(Terminals.ERR);
    if (err != null) {
      reserved(err).ifPresent(program::setErr);
    }
    System.exit(program.execute(arguments));
  }

  /** What the launcher set aside for progress, warnings and errors. */
  private static Optional<PrintWriter> reserved(String path) {
    try {
      FileOutputStream stream = new FileOutputStream(path, true);
      return Optional.of(new PrintWriter(stream, true, StandardCharsets.UTF_8));
    } catch (FileNotFoundException cannotBeOpened) {
      // A socket, for example, has no name to open it by; standard error is as good.
      return Optional.empty();
    }
  }

  /**
   * The whole command line, which tests execute in process.
   *
   * @param catalogue gives the components that experiment files can name, when they are needed
   */
  public static CommandLine commandLine(Supplier<Catalogue> catalogue) {
    return new CommandLine(new Nas(catalogue))
        .setExecutionExceptionHandler(new ErrorReport())
        .setParameterExceptionHandler(new UsageReport())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  /** The components that experiment files can name. */
  Catalogue catalogue() {
    return catalogue.get();
  }

  /** The program's name and version. */
  String version() {
    return String.join(" ", spec.version());
  }

  /** Where results go. */
  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where progress, warnings and errors go. */
  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** The command line, to blame for bad arguments. */
  CommandLine command() {
    return spec.commandLine();
  }

  /** Whether stack traces are wanted. */
  boolean debug() {
    return debug || "1".equals(System.getenv("NAS_DEBUG"));
  }

  @Override
  public void run() {
    spec.commandLine().usage(err());
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
