package org.espalier.nas.searchspace.hyperparameters;

/** Kinds of values of expressions. */
enum ValueKind {
  NUMBER("a number"),
  TEXT("an option"),
  TRUTH("true or false");

  private final String noun;

  ValueKind(String noun) {
    this.noun = noun;
  }

  /** Returns the kind in words that fit after "is" or "not". */
  String noun() {
    return noun;
  }
}
