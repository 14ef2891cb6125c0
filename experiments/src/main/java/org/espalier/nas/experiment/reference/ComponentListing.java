package org.espalier.nas.experiment.reference;

import static org.espalier.nas.experiment.text.Table.Align.LEFT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.text.Table;

/** Components, a line each. */
public final class ComponentListing {
  private static final String OWN_PACKAGES = "org.espalier.nas.";

  private final List<RegisteredComponent<?>> components;

  /** Lists these components. */
  public ComponentListing(List<RegisteredComponent<?>> components) {
    this.components = List.copyOf(components);
  }

  /** A table of lines of at most so many characters. */
  public String text(int width) {
    Table table = new Table(LEFT, LEFT, LEFT, LEFT).row("KIND", "ID", "FROM", "DESCRIPTION");
    for (RegisteredComponent<?> component : components) {
      table.row(
          component.kind().key(),
          component.type(),
          from(component.origin()),
          component.description());
    }
    return table.fitting(width);
  }

  /** The components for other programs. */
  public List<Map<String, Object>> tree() {
    return components.stream().map(ComponentListing::tree).toList();
  }

  static Map<String, Object> tree(RegisteredComponent<?> component) {
    PluginOrigin origin = component.origin();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", component.kind().key());
    tree.put("type", component.type());
    tree.put("description", component.description());
    tree.put("builtIn", builtIn(origin));
    tree.put("plugin", origin.plugin());
    tree.put("version", origin.version());
    tree.put("location", origin.location());
    return tree;
  }

  /** Where a component comes from, in a word. */
  static String from(PluginOrigin origin) {
    return builtIn(origin) ? "built-in" : origin.location();
  }

  private static boolean builtIn(PluginOrigin origin) {
    return origin.plugin().startsWith(OWN_PACKAGES);
  }
}
