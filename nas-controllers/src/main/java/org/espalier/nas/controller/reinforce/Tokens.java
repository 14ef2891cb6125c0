package org.espalier.nas.controller.reinforce;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;

/** The tokens of all decisions over one domain, numbered from 0. */
sealed interface Tokens permits OptionTokens, GridTokens {

  /** Returns the tokens of a domain without masks. */
  static Tokens of(Domain unmasked, int bins) {
    return unmasked.fold(
        options -> new OptionTokens(options.options().size()),
        integers -> GridTokens.of(integers, bins),
        reals -> GridTokens.of(reals, bins));
  }

  /** Returns the number of tokens. */
  int size();

  /** Returns the tokens that a decision admits, ascending, at least one. */
  int[] allowed(Decision decision);

  /** Returns the answer that an allowed token stands for. */
  Choice choice(Decision decision, int token);

  /** Returns the token that stands for an answer. */
  int token(Choice choice);
}
