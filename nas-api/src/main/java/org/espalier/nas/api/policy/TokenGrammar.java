package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The rules by which tokens follow each other: the search space as a policy network sees it.
 *
 * <p>Tokens are numbered from 1; 0 is padding and never allowed. The same prefix always allows the
 * same tokens.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface TokenGrammar {

  /** {@return the number of tokens, which is also the largest token} */
  int vocabulary();

  /** {@return the length of the longest sequence} */
  int maximumLength();

  /**
   * Returns the tokens that may come next.
   *
   * @param prefix the tokens so far, without padding, not to be changed
   * @return tokens in ascending order; empty if the sequence is complete
   */
  int[] allowed(int[] prefix);
}
