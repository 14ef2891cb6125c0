package org.espalier.nas.testkit;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** Suites of spaces whose draws are valid but incomplete or not reproducible. */
final class WrongDraws {

  private WrongDraws() {}

  static class UnevenUniformly extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture sampleUniformly(RandomGenerator random) {
          return sample(random);
        }
      };
    }
  }

  /** A space so slightly uneven that only a missing member reveals it. */
  static class LeavesOneOut extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture sampleUniformly(RandomGenerator random) {
          List<Architecture> all = enumerate().toList();
          return all.get(1 + random.nextInt(all.size() - 1));
        }
      };
    }
  }

  static class KeepsTheFirstChoice extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture mutate(Architecture architecture, RandomGenerator random) {
          Architecture mutant = super.mutate(architecture, random);
          while (!mutant.prefix(1).equals(architecture.prefix(1))) {
            mutant = super.mutate(architecture, random);
          }
          return mutant;
        }
      };
    }
  }

  static class OfOneThread extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        private final Thread owner = Thread.currentThread();

        @Override
        public Optional<Decision> next(Architecture made) {
          return Thread.currentThread().equals(owner) ? super.next(made) : Optional.empty();
        }
      };
    }
  }
}
