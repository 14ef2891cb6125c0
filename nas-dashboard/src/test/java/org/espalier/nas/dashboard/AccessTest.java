package org.espalier.nas.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

  @Test
  void nobodyGuessesTheToken() {
    Access access = Access.random();

    assertThat(access.token()).hasSize(48).isNotEqualTo(Access.random().token());
    assertThat(access.isToken(access.token())).isTrue();
    assertThat(access.isToken(null)).isFalse();
    assertThat(access.isToken("")).isFalse();
    assertThat(access.isToken(access.token().substring(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "localhost:8080, none, true",
        "127.0.0.1:8080, none, true",
        "[::1]:8080, none, true",
        "LOCALHOST, none, true",
        "localhost:8080, http://localhost:8080, true",
        "none, none, false",
        "evil.example, none, false",
        "localhost.evil.example:8080, none, false",
        "127.0.0.1.evil.example, none, false",
        "localhost:8080@evil.example, none, false",
        "localhost:8080, http://evil.example, false",
        "localhost:8080, http://localhost:9090, false",
        "localhost:8080, https://localhost:8080, false",
        "localhost:8080, null, false"
      })
  void aRequestMustBeMeantForThisServer(String host, String origin, boolean meant) {
    assertThat(Access.isForLoopback(host, origin)).isEqualTo(meant);
  }
}
