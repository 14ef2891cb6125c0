package org.espalier.nas.s3;

import java.time.Duration;

/**
 * Attempts of a request that fails because of the connection or the server.
 *
 * @param attempts maximum number of attempts
 * @param first pause after the first failure; on average it doubles with each further one
 * @param longest longest pause
 * @param connect time after which connecting has failed
 * @param silence time without any data after which a connection has broken
 */
record Retries(int attempts, Duration first, Duration longest, Duration connect, Duration silence) {

  /** Returns the usual attempts, which last for about a minute while no server answers. */
  static Retries standard() {
    return new Retries(
        12,
        Duration.ofMillis(100),
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }

  /** Returns a single attempt. */
  Retries impatient() {
    return new Retries(1, first, longest, connect, silence);
  }
}
