package org.espalier.nas.spark;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.espalier.nas.engine.remote.RemoteException;
import org.jspecify.annotations.Nullable;

/** Keeper of an executor's workers. */
final class ExecutorSide implements ExecutorPlugin {

  /**
   * The workers of this process. Spark creates the plugin itself, from its class alone, and gives
   * tasks no way to it.
   */
  private static final AtomicReference<@Nullable Workers> WORKERS = new AtomicReference<>();

  static Workers workers() {
    Workers workers = WORKERS.get();
    if (workers == null) {
      throw new RemoteException("The executor was started without Espalier's plugin.");
    }
    return workers;
  }

  @Override
  public void init(PluginContext context, Map<String, String> settings) {
    // Libraries format numbers in the default locale; results must not depend on it.
    Locale.setDefault(Locale.ROOT);
    WORKERS.set(new Workers(context));
  }

  @Override
  public void shutdown() {
    Workers workers = WORKERS.getAndSet(null);
    if (workers != null) {
      workers.close();
    }
  }
}
