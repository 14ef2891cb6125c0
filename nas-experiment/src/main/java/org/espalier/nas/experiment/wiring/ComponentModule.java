package org.espalier.nas.experiment.wiring;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Scope;

/** A binding of one object whose settings only the object itself sees. */
final class ComponentModule<T> extends PrivateModule {
  private final Record config;
  private final Class<? extends T> implementation;
  private final Key<T> key;
  private final Scope scope;

  ComponentModule(Record config, Class<? extends T> implementation, Key<T> key, Scope scope) {
    this.config = config;
    this.implementation = implementation;
    this.key = key;
    this.scope = scope;
  }

  static <T> ComponentModule<T> of(BoundComponent<T> part, Key<T> key, Scope scope) {
    return new ComponentModule<>(part.config(), part.registered().implementation(), key, scope);
  }

  @Override
  protected void configure() {
    bindConfig(config.getClass());
    bind(implementation);
    bind(key).to(implementation).in(scope);
    expose(key);
  }

  @SuppressWarnings("unchecked") // The config is an instance of its own class.
  private <C extends Record> void bindConfig(Class<C> type) {
    bind(type).toInstance((C) config);
  }
}
