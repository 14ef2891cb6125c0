package org.espalier.nas.tf.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.NasException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenormalModeTest {
  private static final String LINUX = "Linux amd64";

  @Test
  void denormalsAreFlushedOnLinux() {
    DenormalMode mode = DenormalMode.of(null, LINUX, option -> false);

    assertThat(mode).isEqualTo(DenormalMode.of("1", LINUX, option -> false));
    assertThat(mode.flushed()).isTrue();
    assertThat(mode).hasToString("flushed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Linux aarch64", "Mac OS X aarch64", "Mac OS X x86_64", "Windows 11 amd64"})
  void denormalsAreKeptElsewhere(String system) {
    assertThat(DenormalMode.of(null, system, option -> false))
        .hasToString("kept (they can be flushed on Linux x86-64 only)");
  }

  @Test
  void theVariableKeepsDenormals() {
    assertThat(DenormalMode.of("0", LINUX, option -> false))
        .hasToString("kept (NAS_FLUSH_DENORMALS=0)");
  }

  @Test
  void anyOtherValueOfTheVariableIsAnError() {
    assertThatThrownBy(() -> DenormalMode.of("no", LINUX, option -> false))
        .isInstanceOf(NasException.class)
        .hasMessage("NAS_FLUSH_DENORMALS (no) must be 0 or 1.");
  }

  @Test
  void denormalsAreKeptInVirtualMachinesThatRestoreTheMode() {
    assertThat(DenormalMode.of(null, LINUX, "RestoreMXCSROnJNICalls"::equals))
        .hasToString("kept (the JVM's option RestoreMXCSROnJNICalls)");
  }
}
