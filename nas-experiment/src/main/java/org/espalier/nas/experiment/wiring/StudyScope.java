package org.espalier.nas.experiment.wiring;

import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scope;
import com.google.inject.Scopes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One object a study, made when it is first asked for.
 *
 * <p>Guice's own singletons would all be made at once in its production stage, those too that this
 * experiment does not use.
 */
final class StudyScope implements Scope {
  private final Map<Key<?>, Object> made = new HashMap<>();
  private final List<Object> inOrder = new ArrayList<>();

  @Override
  public <T> Provider<T> scope(Key<T> key, Provider<T> unscoped) {
    return () -> once(key, unscoped);
  }

  @SuppressWarnings("unchecked") // Under a key there is only what its own provider gave.
  private synchronized <T> T once(Key<T> key, Provider<T> unscoped) {
    Object known = made.get(key);
    if (known != null) {
      return (T) known;
    }
    T object = unscoped.get();
    if (!Scopes.isCircularProxy(object)) {
      made.put(key, object);
      inOrder.add(object);
    }
    return object;
  }

  /** What was made, in the order in which it was finished. */
  synchronized List<Object> made() {
    return List.copyOf(inOrder);
  }
}
