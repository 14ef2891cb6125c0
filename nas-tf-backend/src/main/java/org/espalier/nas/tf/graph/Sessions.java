package org.espalier.nas.tf.graph;

import java.nio.file.Path;
import org.espalier.nas.tf.device.ComputeDevice;
import org.espalier.nas.tf.device.SessionConfig;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;

/**
 * A factory of the sessions on one device, all with the {@linkplain SessionConfig configuration} of
 * that device. No other class creates sessions: one with more threads would change the results of
 * all sessions of the process that follow.
 */
public final class Sessions {
  private final ConfigProto config;

  private Sessions(ConfigProto config) {
    this.config = config;
  }

  /** Returns the sessions on the processor. */
  public static Sessions onProcessor() {
    return on(ComputeDevice.CPU);
  }

  /**
   * Returns the sessions on a device, which the machine must have. All GPU sessions of a process
   * must be on the same GPU.
   */
  public static Sessions on(ComputeDevice device) {
    return new Sessions(SessionConfig.of(device));
  }

  /**
   * Returns sessions on the same device that {@linkplain SessionConfig#inFixedOrder run operations
   * in a fixed order}: faster for small operations, for graphs without control flow and branches.
   */
  public Sessions inFixedOrder() {
    return new Sessions(SessionConfig.inFixedOrder(config));
  }

  /** Opens a session; close it before its graph, since the reverse order blocks forever. */
  public Session open(Graph graph) {
    return new Session(graph, config);
  }

  /** Loads a SavedModel with the tag {@code serve} in a session of its own, which it closes. */
  public SavedModelBundle load(Path folder) {
    return SavedModelBundle.loader(folder.toString()).withConfigProto(config).load();
  }
}
