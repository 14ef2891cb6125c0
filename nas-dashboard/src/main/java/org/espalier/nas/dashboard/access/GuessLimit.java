package org.espalier.nas.dashboard.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Limit of wrong passwords: {@value #MOST} a minute from one address, and {@value #MOST_OF_ALL}
 * from all.
 */
final class GuessLimit {

  static final int MOST = 5;
  static final int MOST_OF_ALL = 50;

  private static final Duration PERIOD = Duration.ofMinutes(1);

  private record Guess(String address, Instant at) {}

  private final InstantSource clock;
  private final Deque<Guess> guesses = new ArrayDeque<>();

  GuessLimit(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts a guess before it is checked, so that guesses at once are counted too. */
  synchronized boolean tryGuess(String address) {
    Instant now = clock.instant();
    guesses.removeIf(guess -> !guess.at().plus(PERIOD).isAfter(now));
    if (guesses.size() >= MOST_OF_ALL || from(address) >= MOST) {
      return false;
    }
    guesses.add(new Guess(address, now));
    return true;
  }

  private long from(String address) {
    return guesses.stream().filter(guess -> guess.address().equals(address)).count();
  }

  /** Takes the last guess from an address back, which was right. */
  synchronized void right(String address) {
    for (var all = guesses.descendingIterator(); all.hasNext(); ) {
      if (all.next().address().equals(address)) {
        all.remove();
        return;
      }
    }
  }
}
