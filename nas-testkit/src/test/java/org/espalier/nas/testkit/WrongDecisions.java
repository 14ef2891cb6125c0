package org.espalier.nas.testkit;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;

/** Suites of spaces whose decisions are wrong. */
final class WrongDecisions {

  private WrongDecisions() {}

  static class NeverEnds extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Optional<Decision> next(Architecture made) {
          return Optional.of(
              new Decision("step " + made.size(), Categorical.of(List.of("on", "and on"))));
        }

        @Override
        public Optional<BigInteger> count() {
          return Optional.empty();
        }

        @Override
        public Stream<Architecture> enumerate() {
          throw new IllegalStateException("The space is not finite.");
        }

        @Override
        public Architecture sampleUniformly(RandomGenerator random) {
          throw new IllegalStateException("The space is not finite.");
        }
      };
    }
  }

  static class TwinNames extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public List<Decision> decisions() {
          return Stream.concat(super.decisions().stream(), super.decisions().stream()).toList();
        }
      };
    }
  }

  static class ForgetsADecision extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public List<Decision> decisions() {
          List<Decision> all = super.decisions();
          Decision other = new Decision("other", all.get(1).domain());
          return List.of(all.get(0), other, all.get(2), all.get(3));
        }
      };
    }
  }

  static class OtherOptions extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public List<Decision> decisions() {
          return super.decisions().stream()
              .map(d -> new Decision(d.name(), Categorical.of(List.of("end", "token0"))))
              .toList();
        }
      };
    }
  }

  static class ShortRange extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Reals() {
        @Override
        public List<Decision> decisions() {
          return List.of(new Decision("rate", new RealRange(1e-4, 0.5, Scale.LOG)));
        }
      };
    }
  }

  static class OutOfOrder extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public List<Decision> decisions() {
          List<Decision> all = super.decisions();
          return List.of(all.get(1), all.get(0), all.get(2), all.get(3));
        }
      };
    }
  }

  static class Moody extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        private int calls;

        @Override
        public Optional<Decision> next(Architecture made) {
          Optional<Decision> sound = super.next(made);
          calls++;
          return made.size() == 0 && calls % 2 == 0
              ? sound.map(
                  d ->
                      new Decision(
                          d.name(),
                          new Categorical(((Categorical) d.domain()).options(), List.of(0, 1))))
              : sound;
        }
      };
    }
  }

  /** A space with labels longer than a snapshot can write. */
  static class EndlessLabels extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      Decision decision = new Decision("which", Categorical.of(List.of("a".repeat(70_000), "b")));
      return new SearchSpace() {
        @Override
        public List<Decision> decisions() {
          return List.of(decision);
        }

        @Override
        public Optional<Decision> next(Architecture made) {
          return made.size() == 0 ? Optional.of(decision) : Optional.empty();
        }
      };
    }
  }
}
