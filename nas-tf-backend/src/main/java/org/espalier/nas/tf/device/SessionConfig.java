package org.espalier.nas.tf.device;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * The configuration of all sessions on a device.
 *
 * <p>Operations run in the caller's thread: each worker has a session of its own, and passing the
 * small kernels of a candidate to a thread pool takes longer than computing them. An operation uses
 * one thread: with two, results have other bits, and the first session of a process decides for
 * all. Both graph optimizers are off: for graphs that live for seconds they cost more time than
 * they save, and without them results are reproducible to the last bit.
 *
 * <p>A session on the processor does not use GPUs. One on a GPU sees only this GPU, on which
 * TensorFlow allocates memory when it is needed instead of all memory at once, so that sessions of
 * several workers share it.
 */
public final class SessionConfig {
  private static final int CALLER_THREAD = -1;
  private static final String FIXED_ORDER = "SINGLE_THREADED_EXECUTOR";

  private SessionConfig() {}

  /** Returns the configuration. */
  public static ConfigProto of(ComputeDevice device) {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setInterOpParallelismThreads(CALLER_THREAD)
            .setIntraOpParallelismThreads(1)
            .setGraphOptions(
                GraphOptions.newBuilder()
                    .setOptimizerOptions(
                        OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0))
                    .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)));
    return switch (device.type()) {
      case CPU -> config.putDeviceCount(ComputeDevice.Type.GPU.name(), 0).build();
      case GPU -> config.setGpuOptions(sharing().setVisibleDeviceList("" + device.index())).build();
    };
  }

  /**
   * Returns a configuration with TensorFlow's single-threaded executor. It runs the operations of a
   * graph in one order, fixed before the first run, which takes less time for each than finding the
   * operations that are ready. It knows no control flow and no variables by reference, and in
   * networks with branches it keeps intermediate values longer.
   */
  public static ConfigProto inFixedOrder(ConfigProto config) {
    return config.toBuilder()
        .setExperimental(ConfigProto.Experimental.newBuilder().setExecutorType(FIXED_ORDER))
        .build();
  }

  /** Returns the configuration for listing devices, which does not reserve their memory. */
  static ConfigProto ofAll() {
    return of(ComputeDevice.CPU).toBuilder().clearDeviceCount().setGpuOptions(sharing()).build();
  }

  private static GPUOptions.Builder sharing() {
    return GPUOptions.newBuilder().setAllowGrowth(true);
  }
}
