package org.espalier.nas.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/** Suites of spaces whose networks are wrong. */
final class WrongNetworks {

  private WrongNetworks() {}

  static class HidesALayer extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public Set<Class<? extends LayerSpec>> layerTypes() {
          return Set.of(Dropout.class);
        }
      };
    }
  }

  static class OutputsOfAnySize extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public NetworkSpec lower(Architecture architecture) {
          super.lower(architecture);
          return network(architecture, 4, architecture.size());
        }
      };
    }
  }

  static class InputsOfAnySize extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public NetworkSpec lower(Architecture architecture) {
          super.lower(architecture);
          return network(architecture, architecture.size(), 1);
        }
      };
    }
  }

  static class Moody extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        private int calls;

        @Override
        public NetworkSpec lower(Architecture architecture) {
          NetworkSpec sound = super.lower(architecture);
          calls++;
          int end = sound.layers().size() - 1;
          return calls % 2 == 0
              ? new NetworkSpec(sound.input(), sound.layers().subList(end, end + 1))
              : sound;
        }
      };
    }
  }

  static class CanonicalShrinks extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public Architecture canonical(Architecture architecture) {
          return parse(List.of("token0", "end")).orElseThrow();
        }
      };
    }
  }

  static class OverstatesTheMinimum extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public Optional<NetworkSize> minimumSize(Architecture made) {
          NetworkSpec network = next(made).isEmpty() ? lower(made) : network(made, 1_000, 1_000);
          return Optional.of(NetworkSize.of(network));
        }
      };
    }
  }

  static class UnderstatesTheWhole extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public Optional<NetworkSize> minimumSize(Architecture made) {
          return Optional.of(new NetworkSize(0, 0));
        }
      };
    }
  }

  static class SilentAtFirst extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public Optional<NetworkSize> minimumSize(Architecture made) {
          return next(made).isEmpty() ? Optional.of(NetworkSize.of(lower(made))) : Optional.empty();
        }
      };
    }
  }

  static class LowersPrefixes extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks() {
        @Override
        public NetworkSpec lower(Architecture architecture) {
          return network(architecture, 4, 1);
        }
      };
    }
  }
}
