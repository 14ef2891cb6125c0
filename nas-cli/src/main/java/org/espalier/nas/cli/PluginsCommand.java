package org.espalier.nas.cli;

import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.reference.ComponentIndex;
import org.espalier.nas.cli.reference.ComponentListing;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas plugins}. */
@Command(
    name = "plugins",
    description = "Lists the components that experiment files can name.",
    subcommands = PluginsDescribeCommand.class,
    footer = {
      "%nExamples:",
      "  nas plugins",
      "  nas plugins --kind controller",
      "  nas plugins describe reinforce",
    })
final class PluginsCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "List components of one kind only, such as controller or searchSpace.")
  private @Nullable String kind;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    // The listing contains the refused plugins, so no warning is needed.
    Catalogue catalogue = nas.unwarnedCatalogue();
    ComponentListing listing =
        new ComponentListing(
            kind == null ? catalogue.components() : new ComponentIndex(catalogue).ofKind(kind),
            catalogue.refused());
    nas.out().print(json ? Json.of(listing.tree()) + "\n" : listing.text(Terminals.tableWidth()));
    nas.out().flush();
    return ExitCode.DONE;
  }

  /** Returns the program. */
  Nas nas() {
    return nas;
  }
}
