package org.espalier.nas.experiment.wiring;

import org.espalier.nas.experiment.file.Component;
import org.espalier.nas.experiment.plugin.RegisteredComponent;

/**
 * A component of an experiment with what is known of it.
 *
 * @param registered the component
 * @param config its settings
 */
record Part<T>(RegisteredComponent<T> registered, Record config) {

  static <T> Part<T> of(RegisteredComponent<T> registered, Component<?> component) {
    return new Part<>(registered, component.config());
  }

  /** What a person calls it: {@code controller reinforce}, with the jar if it is not built in. */
  String title() {
    return registered.titleWithOrigin();
  }
}
