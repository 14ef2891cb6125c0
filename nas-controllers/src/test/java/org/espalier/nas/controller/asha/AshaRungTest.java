package org.espalier.nas.controller.asha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.controller.domination.TrialQuality;
import org.junit.jupiter.api.Test;

/**
 * Test of algorithm 2 of Li et al. 2020: the best ⌊|rung| / η⌋ are promoted as soon as they are
 * among them.
 */
class AshaRungTest {

  @Test
  void promotesOnceOneInSoManyIsReached() {
    AshaRung rung = new AshaRung(10);
    enter(rung, 1, 0.3);
    enter(rung, 2, 0.9);
    assertThat(rung.promote(3)).isEmpty();

    enter(rung, 3, 0.5);

    assertThat(promoted(rung)).hasValue(2);
    assertThat(rung.promote(3)).isEmpty();
  }

  @Test
  void promotesAgainWhenABetterOneComesLater() {
    AshaRung rung = new AshaRung(10);
    IntStream.rangeClosed(1, 3).forEach(i -> enter(rung, i, i / 10.0));
    assertThat(promoted(rung)).hasValue(3);

    enter(rung, 4, 0.9);

    // One in three of four is one, and that is trial 4 now, though another one went on before.
    assertThat(promoted(rung)).hasValue(4);
    assertThat(rung.promote(3)).isEmpty();
  }

  @Test
  void failedTrialsCountAmongThoseThatReachedIt() {
    AshaRung rung = new AshaRung(10);
    rung.enterFailed();
    rung.enterFailed();
    enter(rung, 3, 0.1);

    assertThat(promoted(rung)).hasValue(3);
  }

  @Test
  void keepsTheBestOnly() {
    AshaRung rung = new AshaRung(2);
    for (int trial = 1; trial <= 5; trial++) {
      enter(rung, trial, trial);
      assertThat(rung.continuable().count()).isLessThanOrEqualTo(2);
    }
    assertThat(rung.continuable()).containsExactly(5, 4);

    assertThat(promoted(rung)).hasValue(5);

    // Trial 3 was given up; it does not come back.
    assertThat(rung.continuable()).containsExactly(4);
  }

  @Test
  void severalObjectivesAreOrderedByFrontAndCrowding() {
    AshaRung rung = new AshaRung(2);
    enter(rung, 1, 4.0, 4.0);
    enter(rung, 2, 0.0, 3.0);
    assertThat(rung.continuable()).containsExactly(2, 1);
    enter(rung, 3, 3.0, 0.0);
    assertThat(rung.continuable()).containsExactly(2, 3);
    assertThat(promoted(rung)).hasValue(2);
    enter(rung, 4, 2.0, 0.5);
    enter(rung, 5, 1.5, 1.0);
    // Trial 5 is less crowded than trial 4, which was given up as trial 1 was.
    assertThat(rung.continuable()).containsExactly(3, 5);
    assertThat(rung.promote(3)).isEmpty();

    enter(rung, 6, 3.5, 3.5);

    assertThat(promoted(rung)).hasValue(3);
    assertThat(rung.promote(3)).isEmpty();
    // Trial 7 dominates all others, so that the two promoted before are behind it.
    enter(rung, 7, -1.0, -1.0);
    assertThat(promoted(rung)).hasValue(7);
  }

  private static void enter(AshaRung rung, int trial, double reward) {
    rung.enter(trial, Architecture.empty(), new TrialQuality(List.of(-reward), 0));
  }

  private static void enter(AshaRung rung, int trial, double first, double second) {
    rung.enter(trial, Architecture.empty(), new TrialQuality(List.of(first, second), 0));
  }

  private static Optional<Integer> promoted(AshaRung rung) {
    return rung.promote(3).map(AshaRung.Entry::trial);
  }
}
