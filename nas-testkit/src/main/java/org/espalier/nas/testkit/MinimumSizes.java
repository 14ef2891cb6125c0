package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;

/** The check of the lower bounds that a space states on the sizes of its networks. */
final class MinimumSizes {
  private MinimumSizes() {}

  /** Checks the bounds of an architecture and all its prefixes. */
  static void check(NetworkSearchSpace space, Architecture architecture) {
    NetworkSize size = NetworkSize.of(space.lower(architecture));
    Optional<NetworkSize> whole = space.minimumSize(architecture);
    assertThat(whole.orElse(size))
        .as("minimum size of %s, which is complete", architecture)
        .isEqualTo(size);
    for (int length = 0; length < architecture.size(); length++) {
      Architecture prefix = architecture.prefix(length);
      Optional<NetworkSize> least = space.minimumSize(prefix);
      assertThat(least.isPresent())
          .as("minimum size of %s is stated, as that of %s is", prefix, architecture)
          .isEqualTo(whole.isPresent());
      assertThat(least.map(size::min))
          .as("minimum size of %s, at most that of %s", prefix, architecture)
          .isEqualTo(least);
    }
  }
}
