package org.espalier.nas.experiment.cli;

import static org.espalier.nas.experiment.text.Table.Align.LEFT;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.experiment.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas plugins}. */
@Command(
    name = "plugins",
    description = "Lists the components that experiment files can name.",
    footer = {"%nExamples:", "  nas plugins", "  nas plugins --json"})
final class PluginsCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<RegisteredComponent<?>> components = nas.catalogue().components();
    PrintWriter out = nas.out();
    if (json) {
      out.println(Json.of(components.stream().map(PluginsCommand::tree).toList()));
      return ExitCode.DONE;
    }
    Table table = new Table(LEFT, LEFT, LEFT, LEFT).row("KIND", "TYPE", "FROM", "DESCRIPTION");
    for (RegisteredComponent<?> component : components) {
      table.row(
          component.kind().key(),
          component.type(),
          component.origin().location(),
          component.description());
    }
    out.print(table);
    out.flush();
    return ExitCode.DONE;
  }

  private static Map<String, Object> tree(RegisteredComponent<?> component) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", component.kind().key());
    tree.put("type", component.type());
    tree.put("description", component.description());
    tree.put("plugin", component.origin().plugin());
    tree.put("version", component.origin().version());
    tree.put("location", component.origin().location());
    return tree;
  }
}
