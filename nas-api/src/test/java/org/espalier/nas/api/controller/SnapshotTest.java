package org.espalier.nas.api.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  private static final Architecture ARCHITECTURE =
      Architecture.empty()
          .with(new Choice.Option("layer 1", 3, "(8, elu)"))
          .with(new Choice.Whole("depth", -7))
          .with(new Choice.Real("rate", 0.1 + 0.2));

  private static final byte[] SNAPSHOT =
      Snapshot.take("kind/1", out -> ArchitectureFormat.write(out, ARCHITECTURE));

  @Test
  void givesBackWhatWasWritten() {
    Architecture[] read = new Architecture[1];
    Snapshot.open("kind/1", SNAPSHOT, in -> read[0] = ArchitectureFormat.read(in));

    assertThat(read[0]).isEqualTo(ARCHITECTURE);
  }

  @Test
  void refusesAnotherKind() {
    assertThatThrownBy(() -> Snapshot.open("other/1", SNAPSHOT, ArchitectureFormat::read))
        .isInstanceOf(NasException.class)
        .hasMessage(
            "The snapshot is of \"kind/1\", not of \"other/1\"; resume with the controller that"
                + " wrote it.");
  }

  @Test
  void refusesEveryCutOffSnapshot() {
    for (int length = 0; length < SNAPSHOT.length; length++) {
      byte[] cutOff = Arrays.copyOf(SNAPSHOT, length);
      assertThatThrownBy(() -> Snapshot.open("kind/1", cutOff, ArchitectureFormat::read))
          .isInstanceOf(NasException.class);
    }
  }

  @Test
  void refusesASnapshotThatGoesOn() {
    byte[] longer = Arrays.copyOf(SNAPSHOT, SNAPSHOT.length + 1);
    assertThatThrownBy(() -> Snapshot.open("kind/1", longer, ArchitectureFormat::read))
        .isInstanceOf(NasException.class)
        .hasMessage("The snapshot of \"kind/1\" is longer than its content.");
  }
}
