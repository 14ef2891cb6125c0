package org.espalier.nas.searchspace.hyperparameters;

import java.util.Objects;

/**
 * The smallest part of an expression.
 *
 * @param type what it is
 * @param text without quotes
 * @param position of its first character, counted from 0
 */
record Token(Type type, String text, int position) {

  /** What a token is. */
  enum Type {
    NUMBER,
    QUOTED,
    WORD,
    SIGN,
    END
  }

  Token {
    Objects.requireNonNull(type);
    Objects.requireNonNull(text);
  }

  /** Whether it is this sign or word. */
  boolean is(String wanted) {
    return (type == Type.SIGN || type == Type.WORD) && text.equals(wanted);
  }

  /** What a person calls it. */
  String title() {
    return type == Type.END ? "the end" : type == Type.QUOTED ? "'" + text + "'" : text;
  }
}
