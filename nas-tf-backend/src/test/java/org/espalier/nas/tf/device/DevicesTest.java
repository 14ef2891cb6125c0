package org.espalier.nas.tf.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static final Devices.Device CPU =
      new Devices.Device("/job:localhost/replica:0/task:0/device:CPU:0", "CPU", 1 << 20);
  private static final Devices.Device GPU =
      new Devices.Device("/job:localhost/replica:0/task:0/device:GPU:0", "GPU", 1 << 20);

  @Test
  void listsAtLeastTheProcessor() {
    Devices found = Devices.find();

    assertThat(found.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(found.devices())
        .anySatisfy(
            device -> {
              assertThat(device.type()).isEqualTo("CPU");
              assertThat(device.shortName()).isEqualTo("CPU:0");
              assertThat(device.memory()).isPositive();
            });
  }

  @Test
  void refusesADeviceThatDoesNotExistWithTheKnownOnes() {
    Devices processor = new Devices("2.18.0", false, List.of(CPU));

    assertThatCode(() -> processor.require(ComputeDevice.CPU)).doesNotThrowAnyException();
    assertThatThrownBy(() -> processor.require(ComputeDevice.of("gpu:0")))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            refused -> assertThat(refused.setting()).isEqualTo("device"))
        .hasMessage(
            "device (gpu:0) does not exist on this machine; it has cpu. TensorFlow's build is for"
                + " processors only; GPUs require the GPU build (NAS_PROFILE=gpu ./nas) and an"
                + " NVIDIA driver.");
  }

  @Test
  void namesTheGpusThatExist() {
    Devices withGpu = new Devices("2.18.0", true, List.of(CPU, GPU));

    assertThatCode(() -> withGpu.require(ComputeDevice.of("gpu:0"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> withGpu.require(ComputeDevice.of("gpu:1")))
        .hasMessage(
            "device (gpu:1) does not exist on this machine; it has cpu, gpu:0. Choose one of"
                + " these.");
  }

  @Test
  void tellsAMissingBuildFromAMissingGpu() {
    assertThat(new Devices("2.18.0", true, List.of(CPU, GPU)).gpuMissing()).isEmpty();
    assertThat(new Devices("2.18.0", true, List.of(CPU)).gpuMissing().orElseThrow())
        .contains("finds no GPU");
    assertThat(new Devices("2.18.0", false, List.of(CPU)).gpuMissing().orElseThrow())
        .contains("for processors only");
  }
}
