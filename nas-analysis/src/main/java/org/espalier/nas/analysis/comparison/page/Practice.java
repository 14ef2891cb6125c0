package org.espalier.nas.analysis.comparison.page;

import java.util.Locale;
import java.util.Objects;

/**
 * A best practice, and whether a comparison follows it.
 *
 * @param number as Lindauer and Hutter count
 * @param text what is to be done
 * @param state whether it was
 * @param reason from what that is known, or what is left to do
 */
record Practice(int number, String text, State state, String reason) {

  /** Whether a practice was followed. */
  enum State {
    /** It was. */
    MET("met"),
    /** It was not. */
    NOT_MET("not met"),
    /** There is nothing here that it is about. */
    NOT_APPLICABLE("does not apply"),
    /** The record does not say; a person has to. */
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
