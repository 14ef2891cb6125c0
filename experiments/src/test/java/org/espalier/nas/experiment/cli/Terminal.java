package org.espalier.nas.experiment.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.espalier.nas.experiment.plugin.Catalogue;
import picocli.CommandLine;

/** Runs the program in process and keeps what it printed. */
final class Terminal {
  private final Supplier<Catalogue> catalogue;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  Terminal(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  /** Runs one command and gives its exit code. */
  int run(Object... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine program =
        Nas.commandLine(catalogue)
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
