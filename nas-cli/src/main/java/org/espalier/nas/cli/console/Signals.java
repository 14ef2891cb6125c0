package org.espalier.nas.cli.console;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.espalier.nas.api.NasException;

/**
 * Handles SIGINT and SIGTERM while a study runs: the first signal ends it cleanly, the second ends
 * the process at once. Afterwards the previous handlers are restored.
 *
 * <p>The JDK's class for signals is used by reflection, because compiler warnings about it cannot
 * be suppressed; if it is missing, signals have their default effect.
 */
public final class Signals {
  private static final int INTERRUPTED = 130;

  private final Runnable first;
  private final AtomicInteger received = new AtomicInteger();
  private final Map<Object, Object> before = new LinkedHashMap<>();

  /** Runs {@code work}; a signal during the work runs {@code first}. */
  public static <T> T during(Supplier<T> work, Runnable first) {
    Signals signals = new Signals(first);
    try {
      return work.get();
    } finally {
      signals.giveBack();
    }
  }

  private Signals(Runnable first) {
    this.first = first;
    take("INT");
    take("TERM");
  }

  private void take(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object taken = signal.getConstructor(String.class).newInstance(name);
      Object ours =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(), new Class<?>[] {handler}, handling());
      Method handle = signal.getMethod("handle", signal, handler);
      before.put(taken, handle.invoke(null, taken, ours));
    } catch (ReflectiveOperationException unsupported) {
      before.remove(name);
    }
  }

  private InvocationHandler handling() {
    return (proxy, method, arguments) -> {
      return switch (method.getName()) {
        case "handle" -> {
          received();
          yield null;
        }
        case "hashCode" -> System.identityHashCode(proxy);
        case "equals" -> proxy == arguments[0];
        default -> "signals of a study";
      };
    };
  }

  private void received() {
    if (received.incrementAndGet() > 1) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    first.run();
  }

  private void giveBack() {
    before.forEach(
        (signal, handler) -> {
          try {
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            signal
                .getClass()
                .getMethod("handle", signal.getClass(), handlers)
                .invoke(null, signal, handler);
          } catch (ReflectiveOperationException error) {
            throw new NasException(
                "The handler of the signal " + signal + " cannot be restored.", error);
          }
        });
  }
}
