package org.espalier.nas.tf.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.ConfigProto;

class SessionConfigTest {

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu:0", "gpu:3"})
  void runsInTheCallersThreadWithoutRewritingGraphs(String device) {
    ConfigProto config = SessionConfig.of(ComputeDevice.of(device));

    assertThat(config.getInterOpParallelismThreads()).isEqualTo(-1);
    assertThat(config.getIntraOpParallelismThreads()).isEqualTo(1);
    assertThat(config.getGraphOptions().getRewriteOptions().getDisableMetaOptimizer()).isTrue();
  }

  @Test
  void aSessionOnTheProcessorUsesNoGpu() {
    assertThat(SessionConfig.of(ComputeDevice.CPU).getDeviceCountMap()).containsEntry("GPU", 0);
  }

  @Test
  void aSessionOnAGpuSeesOnlyThisOneAndTakesMemoryWhenNeeded() {
    ConfigProto config = SessionConfig.of(ComputeDevice.of("gpu:2"));

    assertThat(config.getDeviceCountMap()).isEmpty();
    assertThat(config.getGpuOptions().getVisibleDeviceList()).isEqualTo("2");
    assertThat(config.getGpuOptions().getAllowGrowth()).isTrue();
  }

  @Test
  void aFixedOrderChangesNothingButTheExecutor() {
    ConfigProto usual = SessionConfig.of(ComputeDevice.CPU);
    ConfigProto ordered = SessionConfig.inFixedOrder(usual);

    assertThat(usual.hasExperimental()).isFalse();
    assertThat(ordered.getExperimental().getExecutorType()).isEqualTo("SINGLE_THREADED_EXECUTOR");
    assertThat(ordered.toBuilder().clearExperimental().build()).isEqualTo(usual);
  }

  @Test
  void listingDevicesTakesNeitherThreadsNorMemory() {
    ConfigProto config = SessionConfig.ofAll();

    assertThat(config.getIntraOpParallelismThreads()).isEqualTo(1);
    assertThat(config.getDeviceCountMap()).isEmpty();
    assertThat(config.getGpuOptions().getAllowGrowth()).isTrue();
  }
}
