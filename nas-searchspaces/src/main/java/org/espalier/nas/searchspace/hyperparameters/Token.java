package org.espalier.nas.searchspace.hyperparameters;

import java.util.Objects;

/**
 * The smallest part of an expression.
 *
 * @param type its type
 * @param text its text, without quotes
 * @param position the index of its first character, from 0
 */
record Token(Type type, String text, int position) {

  /** Types of tokens. */
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

  /** Returns true if the token is this sign or word. */
  boolean is(String wanted) {
    return (type == Type.SIGN || type == Type.WORD) && text.equals(wanted);
  }

  /** Returns the token as named in messages. */
  String title() {
    return type == Type.END ? "the end" : type == Type.QUOTED ? "'" + text + "'" : text;
  }
}
