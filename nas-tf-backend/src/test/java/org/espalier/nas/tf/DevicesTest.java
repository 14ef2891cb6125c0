package org.espalier.nas.tf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DevicesTest {

  @Test
  void listsAtLeastTheProcessor() {
    Devices found = Devices.find();

    assertThat(found.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(found.devices())
        .anySatisfy(
            device -> {
              assertThat(device.type()).isEqualTo("CPU");
              assertThat(device.name()).endsWith("CPU:0");
              assertThat(device.memory()).isPositive();
            });
  }
}
