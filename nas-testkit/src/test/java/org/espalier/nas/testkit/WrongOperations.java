package org.espalier.nas.testkit;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/** Suites of spaces whose decisions are correct and whose operations are wrong. */
final class WrongOperations {

  private WrongOperations() {}

  static class SamplesPrefixes extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture sample(RandomGenerator random) {
          return super.sample(random).prefix(1);
        }
      };
    }
  }

  static class SamplesWithState extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        private int calls;

        @Override
        public Architecture sample(RandomGenerator random) {
          calls++;
          return enumerate().skip(calls % 7).findFirst().orElseThrow();
        }
      };
    }
  }

  static class SamplesPrefixesUniformly extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture sampleUniformly(RandomGenerator random) {
          return super.sampleUniformly(random).prefix(1);
        }
      };
    }
  }

  static class EnumeratesReals extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Reals() {
        @Override
        public Stream<Architecture> enumerate() {
          return Stream.empty();
        }
      };
    }
  }

  static class Miscounts extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Optional<BigInteger> count() {
          return super.count().map(BigInteger.ONE::add);
        }
      };
    }
  }

  static class EnumeratesTwice extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Stream<Architecture> enumerate() {
          return super.enumerate().flatMap(architecture -> Stream.of(architecture, architecture));
        }
      };
    }
  }

  static class ContainsAnything extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public boolean contains(Architecture architecture) {
          return true;
        }
      };
    }
  }

  static class ParsesNothing extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Optional<Architecture> parse(List<String> texts) {
          return Optional.empty();
        }
      };
    }
  }

  static class MutatesNothing extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture mutate(Architecture architecture, RandomGenerator random) {
          return architecture;
        }
      };
    }
  }

  static class MutatesOut extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture mutate(Architecture architecture, RandomGenerator random) {
          return architecture.prefix(1);
        }
      };
    }
  }

  static class CanonicalGoesOn extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture canonical(Architecture architecture) {
          List<Architecture> all = enumerate().toList();
          return all.get((all.indexOf(architecture) + 1) % all.size());
        }
      };
    }
  }
}
