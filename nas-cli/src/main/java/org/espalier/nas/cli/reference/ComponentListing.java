package org.espalier.nas.cli.reference;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.experiment.plugin.RefusedPlugin;
import org.espalier.nas.experiment.plugin.RegisteredComponent;

/** A list of components, one per line. */
public final class ComponentListing {
  private final List<RegisteredComponent<?>> components;
  private final List<RefusedPlugin> refused;

  /** Creates a list of components and refused plugins. */
  public ComponentListing(List<RegisteredComponent<?>> components, List<RefusedPlugin> refused) {
    this.components = List.copyOf(components);
    this.refused = List.copyOf(refused);
  }

  /** Returns a table with lines of at most {@code width} characters. */
  public String text(int width) {
    TextTable table =
        new TextTable(LEFT, LEFT, LEFT, LEFT).row("KIND", "ID", "FROM", "DESCRIPTION");
    for (RegisteredComponent<?> component : components) {
      table.row(
          component.kind().key(),
          component.type(),
          from(component.origin()),
          component.description());
    }
    if (refused.isEmpty()) {
      return table.folded(width);
    }
    TextTable why = new TextTable(LEFT, LEFT).row("REFUSED", "REASON");
    refused.forEach(plugin -> why.row(plugin.name(), plugin.reason()));
    return table.folded(width) + "\n" + why.folded(width);
  }

  /** Returns the components and refused plugins as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("components", components.stream().map(ComponentListing::tree).toList());
    tree.put("refused", refused.stream().map(ComponentListing::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(RefusedPlugin plugin) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("plugin", plugin.name());
    tree.put("reason", plugin.reason());
    return tree;
  }

  static Map<String, Object> tree(RegisteredComponent<?> component) {
    PluginOrigin origin = component.origin();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", component.kind().key());
    tree.put("type", component.type());
    tree.put("description", component.description());
    tree.put("builtIn", origin.builtIn());
    tree.put("plugin", origin.plugin());
    tree.put("version", origin.version());
    tree.put("location", origin.location());
    return tree;
  }

  /** Returns the origin of a component in a word. */
  static String from(PluginOrigin origin) {
    return origin.builtIn() ? "built-in" : origin.location();
  }
}
