package org.espalier.nas.controller.reinforce;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;

/** The tokens of all decisions over one domain, numbered from 0. */
sealed interface Tokens permits OptionTokens, GridTokens {

  /** The tokens of a domain of which nothing is masked. */
  static Tokens of(Domain unmasked, int bins) {
    return unmasked.fold(
        options -> new OptionTokens(options.options().size()),
        integers -> GridTokens.of(integers, bins),
        reals -> GridTokens.of(reals, bins));
  }

  /** The number of tokens. */
  int size();

  /** The tokens that a decision admits, ascending, at least one. */
  int[] allowed(Decision decision);

  /** The answer that an allowed token gives. */
  Choice choice(Decision decision, int token);

  /** The token that stands for an answer. */
  int token(Choice choice);
}
