package org.espalier.nas.experiment.wiring;

import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scope;
import com.google.inject.Scopes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.NasException;

/**
 * A scope with one object per study, created when it is first asked for.
 *
 * <p>Guice's own singletons would all be created at once in its production stage, including those
 * that the experiment does not use.
 */
final class StudyScope implements Scope, AutoCloseable {
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

  /** Adds an object that another owner created, to be closed before those created until now. */
  synchronized void add(Object object) {
    inOrder.add(object);
  }

  /**
   * Closes all objects that were created, in reverse order.
   *
   * @throws NasException if one cannot be closed; later failures are suppressed exceptions
   */
  @Override
  public synchronized void close() {
    NasException failure = null;
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      try {
        if (inOrder.get(i) instanceof AutoCloseable closeable) {
          closeable.close();
        }
      } catch (Exception error) {
        NasException wrapped = new NasException("Closing " + inOrder.get(i) + " failed.", error);
        if (failure == null) {
          failure = wrapped;
        } else {
          failure.addSuppressed(wrapped);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
