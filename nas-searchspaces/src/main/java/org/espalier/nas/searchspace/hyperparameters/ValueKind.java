package org.espalier.nas.searchspace.hyperparameters;

/** What a part of an expression gives. */
enum ValueKind {
  NUMBER("a number"),
  TEXT("an option"),
  TRUTH("true or false");

  private final String noun;

  ValueKind(String noun) {
    this.noun = noun;
  }

  /** To be read after "is" or "not". */
  String noun() {
    return noun;
  }
}
