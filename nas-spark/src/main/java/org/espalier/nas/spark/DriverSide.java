package org.espalier.nas.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.espalier.nas.engine.remote.RemoteException;

/** Receiver of the messages of workers. */
final class DriverSide implements DriverPlugin {

  /**
   * The studies of this process by name. Spark creates the plugin itself, from its class alone, so
   * that it can know them only from here.
   */
  private static final Map<String, UnaryOperator<byte[]>> STUDIES = new ConcurrentHashMap<>();

  /**
   * Adds a study.
   *
   * @param answers returns the answer to a request of a worker
   */
  static void add(String study, UnaryOperator<byte[]> answers) {
    STUDIES.put(study, answers);
  }

  static void remove(String study) {
    STUDIES.remove(study);
  }

  @Override
  public Map<String, String> init(SparkContext context, PluginContext plugin) {
    return Map.of();
  }

  @Override
  public Object receive(Object message) {
    Message received = Message.of((byte[]) message);
    UnaryOperator<byte[]> answers = STUDIES.get(received.study());
    if (answers == null) {
      throw new RemoteException("The study " + received.study() + " has ended.");
    }
    return answers.apply(received.request());
  }
}
