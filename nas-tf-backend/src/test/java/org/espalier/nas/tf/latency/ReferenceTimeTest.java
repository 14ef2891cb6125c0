package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTimeTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("latency").resolve("reference.json");
  }

  private ReferenceTime time(int units, int batch) {
    return new ReferenceTime(
        file(),
        new NetworkSpec(TensorShape.of(4), List.of(new Dense(units, Activation.LINEAR))),
        batch);
  }

  @Test
  void itIsMeasuredOnceForARun() throws InterruptedException {
    assertThat(time(3, 1).milliseconds(() -> 0.1)).isEqualTo(0.1);
    assertThat(time(3, 1).milliseconds(() -> 0.2)).isEqualTo(0.1);
  }

  @Test
  void aFileOfAnotherNetworkIsRefused() throws InterruptedException {
    double written = time(3, 1).milliseconds(() -> 0.1);

    assertThatThrownBy(() -> time(3, 32).milliseconds(() -> written))
        .isInstanceOf(NasException.class)
        .hasMessage(
            "%s has the time 0.1 ms of the network [(3, linear)] over 4 at batch 1, not that of [(3, linear)] over 4 at batch 32. Begin a new run.",
            file());
    assertThatThrownBy(() -> time(4, 1).milliseconds(() -> written))
        .hasMessageContaining("not that of [(4, linear)]");
  }

  @Test
  void aDamagedFileIsNamedWithTheWayOut() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"milliseconds\": 0.1}");

    assertThatThrownBy(() -> time(3, 1).milliseconds(() -> 0.2))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith(file() + " is no time of a reference network. Delete the file");
  }
}
