package org.espalier.nas.controller.reinforce;

import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;

/** The tokens of all decisions over one domain, numbered from 0. */
sealed interface Tokens permits OptionTokens, GridTokens {

  /** The tokens of a domain of which nothing is masked. */
  static Tokens of(Domain unmasked, int bins) {
    if (unmasked instanceof Categorical categorical) {
      return new OptionTokens(categorical.options().size());
    }
    if (unmasked instanceof IntegerRange range) {
      return GridTokens.of(range, bins);
    }
    return GridTokens.of((RealRange) unmasked, bins);
  }

  /** The number of tokens. */
  int size();

  /** The tokens that a domain with masks admits, ascending, at least one. */
  int[] allowed(Domain domain);

  /** The answer that an allowed token gives. */
  Choice choice(Decision decision, int token);

  /** The token that stands for an answer. */
  int token(Choice choice);
}
