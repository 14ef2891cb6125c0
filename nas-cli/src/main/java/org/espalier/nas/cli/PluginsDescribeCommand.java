package org.espalier.nas.cli;

import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.reference.ComponentIndex;
import org.espalier.nas.cli.reference.ComponentReference;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas plugins describe}. */
@Command(
    name = "describe",
    description = "Describes a component, its settings and an example.",
    footer = {
      "%nExamples:",
      "  nas plugins describe reinforce",
      "  nas plugins describe controller/random --json",
    })
final class PluginsDescribeCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private PluginsCommand plugins;

  @Parameters(
      paramLabel = "ID",
      description = "Id of the component, or KIND/ID if components of several kinds share the id.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private String id;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Catalogue catalogue = plugins.nas().catalogue();
    ComponentReference reference =
        new ComponentReference(new ComponentIndex(catalogue).find(id), catalogue);
    plugins
        .nas()
        .out()
        .print(json ? Json.of(reference.tree()) + "\n" : reference.text(Terminals.outWidth()));
    plugins.nas().out().flush();
    return ExitCode.DONE;
  }
}
