package org.espalier.nas.controller.reinforce;

import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;

/** A token for each option of a categorical domain. */
record OptionTokens(int size) implements Tokens {

  @Override
  public int[] allowed(Domain domain) {
    return ((Categorical) domain).allowed().stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public Choice choice(Decision decision, int token) {
    return decision.choose(token);
  }

  @Override
  public int token(Choice choice) {
    return ((Choice.Option) choice).index();
  }
}
