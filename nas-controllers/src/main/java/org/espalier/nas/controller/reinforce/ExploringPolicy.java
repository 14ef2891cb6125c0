package org.espalier.nas.controller.reinforce;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.Rollout;

/**
 * The mixture of a policy and uniform draws: ε-greedy exploration with whole architectures.
 *
 * <p>A sequence s is drawn uniformly, decision by decision, with probability ε and from the policy
 * otherwise, hence with the probability b(s) = (1 − ε)·π(s) + ε·u(s). Its importance weight
 * π(s)/b(s) makes the expected gradient that of the policy (Sutton &amp; Barto 2018, section 5.5).
 * As whole sequences are explored, the weight never exceeds 1/(1 − ε), however long the sequence.
 */
final class ExploringPolicy {
  /** The largest weight, which only matters for ε above 0.9. */
  static final double LARGEST_WEIGHT = 10;

  private final Vocabulary vocabulary;
  private final PolicyNetwork network;

  ExploringPolicy(Vocabulary vocabulary, PolicyNetwork network) {
    this.vocabulary = vocabulary;
    this.network = network;
  }

  /** Draws sequences of which each is explored with probability {@code epsilon}. */
  List<WeightedRollout> sample(int count, double epsilon, RandomGenerator random) {
    if (epsilon == 0) {
      return network.sample(count, random).stream()
          .map(rollout -> new WeightedRollout(rollout, 1))
          .toList();
    }
    List<Boolean> explored = new ArrayList<>();
    List<int[]> uniform = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean explores = random.nextDouble() < epsilon;
      explored.add(explores);
      if (explores) {
        uniform.add(UniformWalk.draw(vocabulary, random));
      }
    }
    return merged(explored, uniform, epsilon, random);
  }

  private List<WeightedRollout> merged(
      List<Boolean> explored, List<int[]> uniform, double epsilon, RandomGenerator random) {
    int others = explored.size() - uniform.size();
    Iterator<Rollout> fromPolicy =
        (others == 0 ? List.<Rollout>of() : network.sample(others, random)).iterator();
    Iterator<Rollout> fromUniform =
        (uniform.isEmpty() ? List.<Rollout>of() : network.replay(uniform)).iterator();
    List<WeightedRollout> drawn = new ArrayList<>();
    for (boolean explores : explored) {
      Rollout rollout = explores ? fromUniform.next() : fromPolicy.next();
      drawn.add(new WeightedRollout(rollout, weight(rollout, epsilon)));
    }
    return drawn;
  }

  private double weight(Rollout rollout, double epsilon) {
    double uniform = UniformWalk.rollout(vocabulary, rollout.tokens()).logProbability();
    double ratio = StrictMath.exp(uniform - rollout.logProbability());
    return Math.min(LARGEST_WEIGHT, 1 / (1 - epsilon + epsilon * ratio));
  }
}
