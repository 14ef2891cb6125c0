package org.espalier.nas.api.policy;

/**
 * Which token may follow which: the search space as a policy network sees it.
 *
 * <p>Tokens are numbered from 1; 0 is padding and never allowed.
 */
public interface TokenGrammar {

  /** The number of tokens; the largest token. */
  int vocabulary();

  /** The length of the longest sequence. */
  int maximumLength();

  /**
   * The tokens that may come next, ascending; empty if the sequence is complete.
   *
   * @param prefix the tokens so far, not to be changed
   */
  int[] allowed(int[] prefix);
}
