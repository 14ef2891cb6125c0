package org.espalier.nas.testkit;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;

/** Suites of spaces that derive wrong architectures from others. */
final class WrongRelatives {

  private WrongRelatives() {}

  static class CrossesOut extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture crossover(
            Architecture one, Architecture other, RandomGenerator random) {
          return one.prefix(1);
        }
      };
    }
  }

  static class ChildrenOfNobody extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture crossover(
            Architecture one, Architecture other, RandomGenerator random) {
          return sample(random);
        }
      };
    }
  }

  static class ForgetsThePrefix extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture complete(
            Architecture prefix, Architecture donor, RandomGenerator random) {
          return donor;
        }
      };
    }
  }

  static class ForgetsTheDonor extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public Architecture complete(
            Architecture prefix, Architecture donor, RandomGenerator random) {
          return super.complete(prefix, sample(random), random);
        }
      };
    }
  }

  static class ItsOwnNeighbour extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
          return List.of(architecture);
        }
      };
    }
  }

  static class NeighboursTwice extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
          return super.neighbours(architecture, random).stream()
              .flatMap(one -> Stream.of(one, one))
              .toList();
        }
      };
    }
  }

  static class NeighboursOutside extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
          return List.of(architecture.prefix(0));
        }
      };
    }
  }

  static class OneWay extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens() {
        @Override
        public boolean adjacent(Choice present, Choice other) {
          return present.text().compareTo(other.text()) <= 0;
        }
      };
    }
  }
}
