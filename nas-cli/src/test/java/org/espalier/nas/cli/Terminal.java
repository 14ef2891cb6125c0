package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.experiment.plugin.Catalogue;
import picocli.CommandLine;

/** Runs the program in process and keeps what it printed. */
final class Terminal {
  private final Function<List<Path>, Catalogue> catalogue;
  private final Map<String, String> environment;
  private final StudyServers servers;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  Terminal(Supplier<Catalogue> catalogue) {
    this(folders -> catalogue.get(), Map.of(), new StudyServers(List.of(), Map.of()));
  }

  /** A terminal in whose environment folders with plugins are named, or null. */
  Terminal(Function<List<Path>, Catalogue> catalogue, String pluginPath) {
    this(
        catalogue,
        pluginPath == null ? Map.of() : Map.of(PluginFolders.VARIABLE, pluginPath),
        new StudyServers(List.of(), Map.of()));
  }

  /** A terminal with an environment and database servers. */
  Terminal(
      Function<List<Path>, Catalogue> catalogue,
      Map<String, String> environment,
      StudyServers servers) {
    this.catalogue = catalogue;
    this.environment = environment;
    this.servers = servers;
  }

  /** Runs one command and gives its exit code. */
  int run(Object... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine program =
        Nas.commandLine(catalogue, environment, servers)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    return program.execute(texts);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
