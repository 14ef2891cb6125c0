package org.espalier.nas.controller.reinforce;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.policy.TokenGrammar;

/** The policy that takes each allowed token with the same probability. */
final class UniformWalk {

  private UniformWalk() {}

  static int[] draw(TokenGrammar grammar, RandomGenerator random) {
    int[] tokens = {};
    int[] allowed = grammar.allowed(tokens);
    while (allowed.length > 0) {
      tokens = Arrays.copyOf(tokens, tokens.length + 1);
      tokens[tokens.length - 1] = allowed[random.nextInt(allowed.length)];
      allowed = grammar.allowed(tokens);
    }
    return tokens;
  }

  /**
   * Returns a sequence with its log-probabilities under this policy, so that learning can weigh the
   * sample by its probability under the learnt policy.
   */
  static Rollout rollout(TokenGrammar grammar, int[] tokens) {
    double[] entropies = new double[tokens.length];
    for (int step = 0; step < tokens.length; step++) {
      entropies[step] = StrictMath.log(grammar.allowed(Arrays.copyOf(tokens, step)).length);
    }
    double[] logProbabilities = Arrays.stream(entropies).map(entropy -> -entropy).toArray();
    return new Rollout(tokens, logProbabilities, entropies);
  }
}
