package org.espalier.nas.controller.reinforce;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/** Tokens for a categorical domain, one for each option. */
record OptionTokens(int size) implements Tokens {

  @Override
  public int[] allowed(Decision decision) {
    return decision.choices().mapToInt(this::token).toArray();
  }

  @Override
  public Choice choice(Decision decision, int token) {
    return decision.choose(token);
  }

  @Override
  public int token(Choice choice) {
    return (int) choice.number();
  }
}
