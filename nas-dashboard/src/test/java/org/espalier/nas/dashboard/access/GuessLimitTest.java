package org.espalier.nas.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessLimitTest {

  private Instant now = Instant.EPOCH;
  private final GuessLimit limit = new GuessLimit(() -> now);

  private long allowed(String address, int tries) {
    return IntStream.range(0, tries).filter(i -> limit.tryGuess(address)).count();
  }

  @Test
  void fewGuessesAMinuteAreAllowed() {
    assertThat(allowed("a", 20)).isEqualTo(GuessLimit.MOST);
    now = now.plusSeconds(59);
    assertThat(allowed("a", 20)).isZero();
    now = now.plusSeconds(1);
    assertThat(allowed("a", 20)).isEqualTo(GuessLimit.MOST);
  }

  @Test
  void oneWhoGuessesDoesNotLockOutOthers() {
    assertThat(allowed("a", 1000)).isEqualTo(GuessLimit.MOST);
    assertThat(limit.tryGuess("b")).isTrue();
  }

  @Test
  void manyAddressesTogetherAreLimitedToo() {
    long all = IntStream.range(0, 1000).filter(i -> limit.tryGuess("address " + i)).count();

    assertThat(all).isEqualTo(GuessLimit.MOST_OF_ALL);
  }

  @Test
  void theRightPasswordIsNoGuess() {
    for (int i = 0; i < 100; i++) {
      assertThat(limit.tryGuess("a")).isTrue();
      limit.right("a");
    }
  }
}
