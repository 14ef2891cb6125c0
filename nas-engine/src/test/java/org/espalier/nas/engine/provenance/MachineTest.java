package org.espalier.nas.engine.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {

  @Test
  void theGenerationOfAProcessorIsPartOfItsModel() {
    String listing =
        """
        processor\t: 0
        vendor_id\t: AuthenticAMD
        cpu family\t: 26
        model\t\t: 2
        model name\t: AMD EPYC
        flags\t\t: fpu avx2

        processor\t: 1
        cpu family\t: 25
        model\t\t: 1
        """;

    assertThat(Machine.cpuModel(listing.lines())).contains("AMD EPYC, cpu family 26, model 2");
  }

  @Test
  void processorsWithoutNamesHaveTheirParts() {
    assertThat(Machine.cpuModel("CPU implementer\t: 0x41\nCPU part\t: 0xd40\n".lines()))
        .contains("CPU implementer 0x41, CPU part 0xd40");
    assertThat(Machine.cpuModel("Hardware\n".lines())).isEmpty();
  }
}
