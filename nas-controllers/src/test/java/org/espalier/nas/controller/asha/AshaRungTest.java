package org.espalier.nas.controller.asha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.junit.jupiter.api.Test;

/**
 * Test of algorithm 2 of Li et al. 2020: the best ⌊|rung| / η⌋ are promoted as soon as they are
 * among them.
 */
class AshaRungTest {

  @Test
  void promotesOnceOneInSoManyIsReached() {
    AshaRung rung = new AshaRung(10);
    rung.enter(1, Architecture.empty(), 0.3);
    rung.enter(2, Architecture.empty(), 0.9);
    assertThat(rung.promote(3)).isEmpty();

    rung.enter(3, Architecture.empty(), 0.5);

    assertThat(promoted(rung)).hasValue(2);
    assertThat(rung.promote(3)).isEmpty();
  }

  @Test
  void promotesAgainWhenABetterOneComesLater() {
    AshaRung rung = new AshaRung(10);
    IntStream.rangeClosed(1, 3).forEach(i -> rung.enter(i, Architecture.empty(), i / 10.0));
    assertThat(promoted(rung)).hasValue(3);

    rung.enter(4, Architecture.empty(), 0.9);

    // One in three of four is one, and that is trial 4 now, though another one went on before.
    assertThat(promoted(rung)).hasValue(4);
    assertThat(rung.promote(3)).isEmpty();
  }

  @Test
  void failedTrialsCountAmongThoseThatReachedIt() {
    AshaRung rung = new AshaRung(10);
    rung.enterFailed();
    rung.enterFailed();
    rung.enter(3, Architecture.empty(), 0.1);

    assertThat(promoted(rung)).hasValue(3);
  }

  @Test
  void keepsTheBestOnly() {
    AshaRung rung = new AshaRung(2);
    for (int trial = 1; trial <= 5; trial++) {
      rung.enter(trial, Architecture.empty(), trial);
      assertThat(rung.continuable().count()).isLessThanOrEqualTo(2);
    }
    assertThat(rung.continuable()).containsExactly(5, 4);

    assertThat(promoted(rung)).hasValue(5);

    // Trial 3 was given up; it does not come back.
    assertThat(rung.continuable()).containsExactly(4);
  }

  private static Optional<Integer> promoted(AshaRung rung) {
    return rung.promote(3).map(AshaRung.Entry::trial);
  }
}
