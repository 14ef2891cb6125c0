package org.espalier.nas.experiment.wiring;

import java.util.List;
import java.util.function.Supplier;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.file.Component;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.jspecify.annotations.Nullable;

/**
 * A component of an experiment with its registration and settings.
 *
 * @param registered registration of the component
 * @param config settings of the component
 * @param given supplier of the component if a program provides it; null if it is to be built
 */
record BoundComponent<T>(
    RegisteredComponent<T> registered, Record config, @Nullable Supplier<? extends T> given) {

  static <T> BoundComponent<T> of(RegisteredComponent<T> registered, Component<?> component) {
    return new BoundComponent<>(registered, component.config(), null);
  }

  /** Returns a component that a program provides. */
  static <T> BoundComponent<T> given(
      ComponentKind<T> kind, Component<?> component, Supplier<? extends T> given) {
    PluginOrigin program = new PluginOrigin("the program", "", "the program", true, List.of());
    return new BoundComponent<>(
        new RegisteredComponent<>(
            kind, component.type(), kind.type(), component.config().getClass(), program),
        component.config(),
        given);
  }

  /**
   * Returns the name for display: {@code controller reinforce}, with the jar if it is not built in.
   */
  String title() {
    return registered.titleWithOrigin();
  }
}
