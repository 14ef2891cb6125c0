package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.policy.TokenGrammar;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Sgd;

/** Small policy networks for tests. */
final class Networks {
  static final int UNITS = 5;
  static final int EMBEDDING = 3;

  /**
   * Up to three tokens of {1, 2, 3, 4}; 4 ends a sequence and is never first; 2 never follows 1.
   */
  static final TokenGrammar GRAMMAR =
      new TokenGrammar() {
        @Override
        public int vocabulary() {
          return 4;
        }

        @Override
        public int maximumLength() {
          return 3;
        }

        @Override
        public int[] allowed(int[] prefix) {
          int last = prefix.length == 0 ? 0 : prefix[prefix.length - 1];
          if (last == 4) {
            return new int[0];
          }
          if (prefix.length == 2) {
            return new int[] {4};
          }
          return switch (last) {
            case 0 -> new int[] {1, 2, 3};
            case 1 -> new int[] {1, 3, 4};
            default -> new int[] {1, 2, 3, 4};
          };
        }
      };

  /** All sequences of the grammar. */
  static final List<int[]> SEQUENCES =
      List.of(
          new int[] {1, 4},
          new int[] {2, 4},
          new int[] {3, 4},
          new int[] {1, 1, 4},
          new int[] {1, 3, 4},
          new int[] {2, 1, 4},
          new int[] {2, 2, 4},
          new int[] {2, 3, 4},
          new int[] {3, 1, 4},
          new int[] {3, 2, 4},
          new int[] {3, 3, 4});

  private Networks() {}

  static PolicySpec spec(PolicySpec.Cell cell, OptimizerSettings optimizer, double l2) {
    return new PolicySpec(cell, UNITS, EMBEDDING, true, optimizer, l2, 1, 0);
  }

  /** Returns plain gradient descent with a step size of 1, so that a step equals the gradient. */
  static OptimizerSettings descent() {
    return new Sgd(1);
  }

  static OptimizerSettings adam() {
    return new Adam(0.01);
  }

  static PolicyNetwork create(PolicySpec spec, long seed) {
    return new TensorFlowPolicyNetworks().create(spec, GRAMMAR, seed);
  }

  /** Returns sequences with random returns and scores, some without a score. */
  static List<Experience> experiences(List<Rollout> rollouts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Experience> experiences = new ArrayList<>();
    for (Rollout rollout : rollouts) {
      double[] returns =
          IntStream.range(0, rollout.tokens().length)
              .mapToDouble(step -> random.nextDouble(-2, 2))
              .toArray();
      Double score = experiences.size() % 3 == 2 ? null : (Double) random.nextDouble();
      experiences.add(new Experience(rollout, returns, score));
    }
    return experiences;
  }
}
