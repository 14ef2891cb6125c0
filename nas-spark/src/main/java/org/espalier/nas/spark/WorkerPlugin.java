package org.espalier.nas.spark;

import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;

/** Spark's plugin by which workers in executors talk to studies in the driver. */
public final class WorkerPlugin implements SparkPlugin {

  /** Creates the plugin, as Spark does in each process. */
  public WorkerPlugin() {}

  @Override
  public DriverPlugin driverPlugin() {
    return new DriverSide();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorSide();
  }
}
