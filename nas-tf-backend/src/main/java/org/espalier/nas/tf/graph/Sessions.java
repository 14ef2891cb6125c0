package org.espalier.nas.tf.graph;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * A factory of sessions, all with the same configuration.
 *
 * <p>Operations run in the caller's thread: each worker has a session of its own, and passing the
 * small kernels of a candidate to a thread pool takes longer than computing them. Both graph
 * optimizers are off: for graphs that live for seconds they cost more time than they save, and
 * without them results are reproducible to the last bit.
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

  /** Returns the configuration. */
  public static ConfigProto config() {
    return CONFIG;
  }

  /** Opens a session; close it before its graph, since the reverse order blocks forever. */
  public static Session open(Graph graph) {
    return new Session(graph, CONFIG);
  }
}
