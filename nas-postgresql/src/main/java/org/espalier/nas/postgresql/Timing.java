package org.espalier.nas.postgresql;

import java.time.Duration;

/**
 * Durations of leases and of waiting for a server.
 *
 * @param lease time after its last sign of life for which a process keeps its study, although its
 *     connection may be broken
 * @param patience time for which a process tries to connect again before it ends
 */
record Timing(Duration lease, Duration patience) {

  static Timing standard() {
    return new Timing(Duration.ofSeconds(30), Duration.ofMinutes(2));
  }
}
