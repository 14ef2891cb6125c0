package org.espalier.nas.analysis.comparison.page;

import java.util.Locale;
import java.util.Objects;

/**
 * A best practice, evaluated for a comparison.
 *
 * @param number number in Lindauer and Hutter
 * @param text recommendation
 * @param state result of the evaluation
 * @param reason evidence, or remaining work
 */
record Practice(int number, String text, State state, String reason) {

  /** The result of the evaluation of a practice. */
  enum State {
    /** The practice is followed. */
    MET("met"),
    /** The practice is not followed. */
    NOT_MET("not met"),
    /** The practice does not apply to the comparison. */
    NOT_APPLICABLE("does not apply"),
    /** Not in the record; left to the author. */
    BY_HAND("by hand");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    String styleClass() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Practice {
    Objects.requireNonNull(text);
    Objects.requireNonNull(state);
    Objects.requireNonNull(reason);
  }

  static Practice when(boolean met, int number, String text, String reason, String otherwise) {
    return new Practice(number, text, met ? State.MET : State.NOT_MET, met ? reason : otherwise);
  }
}
