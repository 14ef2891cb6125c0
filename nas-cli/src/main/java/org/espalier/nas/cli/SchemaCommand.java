package org.espalier.nas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.experiment.schema.ComparisonSchema;
import org.espalier.nas.experiment.schema.ExperimentSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas schema}. */
@Command(
    name = "schema",
    description = {
      "Writes the JSON Schema of experiment files, or of comparison files.",
      "Editors use it to complete and check files that begin with:",
      "  # yaml-language-server: $schema=experiment.schema.json",
    },
    footer = {
      "%nExamples:",
      "  nas schema",
      "  nas schema --out experiment.schema.json",
      "  nas schema --comparison --out comparison.schema.json",
    })
final class SchemaCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Option(names = "--comparison", description = "Write the schema of comparison files.")
  private boolean comparison;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Output file (default: standard output).")
  private @Nullable Path out;

  @Override
  public Integer call() {
    String schema =
        comparison
            ? new ComparisonSchema(nas.catalogue()).json()
            : new ExperimentSchema(nas.catalogue()).json();
    if (out == null) {
      nas.out().print(schema);
      nas.out().flush();
      return ExitCode.DONE;
    }
    try {
      Files.writeString(out, schema);
    } catch (IOException error) {
      throw new NasException(out + " cannot be written: " + IoReason.of(error) + ".", error);
    }
    nas.err().println("Wrote " + out + ".");
    return ExitCode.DONE;
  }
}
