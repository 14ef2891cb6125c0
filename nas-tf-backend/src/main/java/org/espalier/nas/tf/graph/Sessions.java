package org.espalier.nas.tf.graph;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * Opens sessions with the one configuration that all graphs run under.
 *
 * <p>Operations run in the caller's thread: parallel work is one session for each worker, and
 * handing the small kernels of a candidate to a pool takes longer than computing them. Both graph
 * optimizers are off: for graphs that live for some seconds they cost more than they gain, and
 * without them results repeat to the last bit.
 */
public final class Sessions {
  private static final int CALLER_THREAD = -1;
  private static final ConfigProto CONFIG =
      ConfigProto.newBuilder()
          .setInterOpParallelismThreads(CALLER_THREAD)
          .setIntraOpParallelismThreads(1)
          .setGraphOptions(
              GraphOptions.newBuilder()
                  .setOptimizerOptions(
                      OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0))
                  .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
          .build();

  private Sessions() {}

  /** The configuration. */
  public static ConfigProto config() {
    return CONFIG;
  }

  /** Opens a session; close it before its graph, as the other order never returns. */
  public static Session open(Graph graph) {
    return new Session(graph, CONFIG);
  }
}
