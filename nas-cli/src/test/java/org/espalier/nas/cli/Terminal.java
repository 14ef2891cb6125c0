package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.espalier.nas.experiment.plugin.Catalogue;
import picocli.CommandLine;

/** Runs the program in process and keeps what it printed. */
final class Terminal {
  private final Function<List<Path>, Catalogue> catalogue;
  private final String pluginPath;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  Terminal(Supplier<Catalogue> catalogue) {
    this(folders -> catalogue.get(), null);
  }

  /** A terminal in whose environment folders with plugins are named, or null. */
  Terminal(Function<List<Path>, Catalogue> catalogue, String pluginPath) {
    this.catalogue = catalogue;
    this.pluginPath = pluginPath;
  }

  /** Runs one command and gives its exit code. */
  int run(Object... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine program =
        Nas.commandLine(catalogue, pluginPath)
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
