package org.espalier.nas.experiment.wiring;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Scope;

/** Binds one component so that its settings are seen by itself only. */
final class ComponentModule<T> extends PrivateModule {
  private final Part<T> part;
  private final Key<T> key;
  private final Scope scope;

  ComponentModule(Part<T> part, Key<T> key, Scope scope) {
    this.part = part;
    this.key = key;
    this.scope = scope;
  }

  @Override
  protected void configure() {
    bindConfig(part.config().getClass());
    bind(part.registered().implementation());
    bind(key).to(part.registered().implementation()).in(scope);
    expose(key);
  }

  @SuppressWarnings("unchecked") // The config is an instance of its own class.
  private <C extends Record> void bindConfig(Class<C> type) {
    bind(type).toInstance((C) part.config());
  }
}
