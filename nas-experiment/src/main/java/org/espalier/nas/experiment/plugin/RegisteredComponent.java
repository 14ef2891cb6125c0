package org.espalier.nas.experiment.plugin;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Description;

/**
 * A component that an experiment file can name.
 *
 * @param <T> what it is
 * @param kind the place that it fills
 * @param type its id
 * @param implementation the class that is built by injection
 * @param config the record that its keys are bound to
 * @param origin the plugin that brought it
 */
public record RegisteredComponent<T>(
    ComponentKind<T> kind,
    String type,
    Class<? extends T> implementation,
    Class<? extends Record> config,
    PluginOrigin origin) {

  /** What a person calls it: {@code controller reinforce}. */
  public String title() {
    return kind.key() + " " + type;
  }

  /** What a person calls it, with the jar if it is not built in. */
  public String titleWithOrigin() {
    return origin.builtIn() ? title() : "%s (%s)".formatted(title(), origin);
  }

  /** What the component says of itself; empty if it says nothing. */
  public String description() {
    Description description = implementation.getAnnotation(Description.class);
    return description == null ? "" : description.value();
  }
}
