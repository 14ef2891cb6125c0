package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.nas.cli.console.ReservedErr;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.logging.LogbackRunLog;
import org.espalier.nas.engine.artifact.ArtifactStores;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RefusedPlugin;
import org.espalier.nas.experiment.run.RunArtifacts;
import org.espalier.nas.experiment.run.RunLog;
import org.espalier.nas.experiment.text.PathReason;
import org.espalier.nas.experiment.text.ShellText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program {@code nas}. */
@Command(
    name = "nas",
    description = "Runs neural architecture searches that experiment files describe.",
    mixinStandardHelpOptions = true,
    version = "Espalier 0.1.0",
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:done",
      "  1:failed",
      "  2:bad input: experiment file, flag or data",
      "130:interrupted; finished trials are kept; continue with: nas resume latest",
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

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      scope = CommandLine.ScopeType.INHERIT,
      parameterConsumer = PluginFlag.class,
      description =
          "Folder of plugins: jars, or subfolders with a jar and its libraries. May be"
              + " repeated (also: NAS_PLUGINS).")
  private final List<String> plugins = new ArrayList<>();

  private final Function<List<Path>, Catalogue> catalogues;
  private final Map<String, String> environment;
  private final StudyServers servers;
  private final RunFolderRepository studies;
  private final RunArtifacts artifacts =
      RunArtifacts.inPlaces(ArtifactStores.installed(Nas.class.getClassLoader()));
  private @Nullable Catalogue catalogue;

  Nas(
      Function<List<Path>, Catalogue> catalogues,
      Map<String, String> environment,
      StudyServers servers) {
    this.catalogues = catalogues;
    this.environment = Map.copyOf(environment);
    this.servers = servers;
    this.studies = new RunFolderRepository(Path.of(""), servers);
  }

  /** Runs the program and ends the virtual machine with its exit code. */
  public static void main(String[] arguments) {
    // Libraries format numbers in the default locale; results must not depend on it.
    Locale.setDefault(Locale.ROOT);
    Nas nas =
        new Nas(Nas::load, System.getenv(), StudyServers.installed(Nas.class.getClassLoader()));
    CommandLine program = commandLine(nas, List.of(arguments));
    ReservedErr.current().ifPresent(program::setErr);
    System.exit(program.execute(arguments));
  }

  private static Catalogue load(List<Path> folders) {
    return Catalogue.load(Nas.class.getClassLoader(), folders, new ConfigRecordCheck());
  }

  /**
   * Creates the whole command line, which tests execute in process.
   *
   * @param catalogues loads the available components on demand, from the folders of plugins
   * @param environment variables of the environment by name
   * @param servers the database servers that can keep studies
   */
  public static CommandLine commandLine(
      Function<List<Path>, Catalogue> catalogues,
      Map<String, String> environment,
      StudyServers servers) {
    CommandLine program = new CommandLine(new Nas(catalogues, environment, servers));
    new Commands().addTo(program);
    return configured(program);
  }

  /** Creates the command line for these arguments. */
  static CommandLine commandLine(Nas nas, List<String> arguments) {
    CommandLine program = new CommandLine(nas);
    new Commands().addTo(program, arguments);
    return configured(program);
  }

  private static CommandLine configured(CommandLine program) {
    return program
        .setExecutionStrategy(Nas::execute)
        .setExecutionExceptionHandler(new ErrorReport())
        .setParameterExceptionHandler(new UsageReport())
        .registerConverter(Path.class, Nas::path)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException error) {
      throw new TypeConversionException("%s is no path: %s.".formatted(text, PathReason.of(error)));
    }
  }

  /** Runs a command; reports incompatible classes without a stack trace. */
  private static int execute(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (LinkageError | StackOverflowError error) {
      return new ErrorReport().report(error, parsed.commandSpec().commandLine());
    }
  }

  /** Returns a message that attributes an unexpected error to a plugin or to the program. */
  String blame(Throwable error) {
    Catalogue known = catalogue;
    return Optional.ofNullable(known)
        .flatMap(loaded -> loaded.fault(error))
        .map(
            fault ->
                "The plugin %s failed in %s: %s"
                    .formatted(
                        fault.plugin(), fault.where(), Objects.requireNonNull(known).reason(error)))
        .orElse("Internal error: " + error);
  }

  /** Returns a sentence that names the plugin whose code threw an error; empty if none did. */
  String culprit(@Nullable Throwable error) {
    Catalogue known = catalogue;
    return known == null || error == null
        ? ""
        : known
            .fault(error)
            .map(fault -> " It is in %s of the plugin %s.".formatted(fault.where(), fault.plugin()))
            .orElse("");
  }

  /** Returns the available components; warns of refused plugins once. */
  Catalogue catalogue() {
    boolean first = catalogue == null;
    Catalogue known = unwarnedCatalogue();
    if (first) {
      for (RefusedPlugin refused : known.refused()) {
        err().println(Terminals.errPaint().warning("warning: ") + refused);
      }
      err().flush();
    }
    return known;
  }

  /**
   * Returns the available components without warnings, for a command that lists refused plugins.
   */
  Catalogue unwarnedCatalogue() {
    Catalogue known = catalogue;
    if (known == null) {
      known =
          catalogues.apply(
              PluginFolders.of(
                  plugins, environment.get(PluginFolders.VARIABLE), spec.commandLine()));
      catalogue = known;
    }
    return known;
  }

  /** Returns the stored studies; the key of each is the path of its run folder. */
  RunFolderRepository studies() {
    return studies;
  }

  /** Returns the database servers that can keep studies. */
  StudyServers servers() {
    return servers;
  }

  /** Returns the places of the files that trials leave for later ones. */
  RunArtifacts artifacts() {
    return artifacts;
  }

  /** Returns the kinds of clusters that can evaluate trials. */
  Clusters clusters() {
    return Clusters.installed(Nas.class.getClassLoader());
  }

  /** Returns a variable of the environment; empty if it is not set, or blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Returns the log files of runs and comparisons. */
  RunLog log() {
    return new LogbackRunLog(version(), catalogue());
  }

  /** Returns the flags that give a command the same plugins, as typed on a command line. */
  String pluginFlags() {
    return plugins.stream()
        .map(folder -> " --plugins " + ShellText.quoted(folder))
        .collect(Collectors.joining());
  }

  /** Returns the program's name and version. */
  String version() {
    return String.join(" ", spec.version());
  }

  /** Returns the writer of results. */
  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Returns the writer of progress, warnings and errors. */
  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Returns the command line, to report bad arguments. */
  CommandLine command() {
    return spec.commandLine();
  }

  /** Returns true if stack traces are enabled. */
  boolean debug() {
    return debug || "1".equals(System.getenv("NAS_DEBUG"));
  }

  @Override
  public void run() {
    spec.commandLine().usage(err());
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
