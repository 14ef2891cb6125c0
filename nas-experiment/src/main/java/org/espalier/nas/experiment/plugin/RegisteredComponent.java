package org.espalier.nas.experiment.plugin;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Description;

/**
 * A component that an experiment file can name.
 *
 * @param <T> type of the component
 * @param kind place that it fills
 * @param type id of the component
 * @param implementation class that is built by injection
 * @param config record that its keys are bound to
 * @param origin plugin that brings it
 */
public record RegisteredComponent<T>(
    ComponentKind<T> kind,
    String type,
    Class<? extends T> implementation,
    Class<? extends Record> config,
    PluginOrigin origin) {

  /** Returns the name for display: {@code controller reinforce}. */
  public String title() {
    return kind.key() + " " + type;
  }

  /** Returns the name for display, with the jar if it is not built in. */
  public String titleWithOrigin() {
    return origin.builtIn() ? title() : "%s (%s)".formatted(title(), origin);
  }

  /** Returns the description of the component; empty if it has none. */
  public String description() {
    Description description = implementation.getAnnotation(Description.class);
    return description == null ? "" : description.value();
  }
}
