package org.espalier.nas.testkit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.testkit.space.ReferenceSpace;

/** Suites of controllers with one fault in their proposals. */
final class WrongProposals {

  private WrongProposals() {}

  static class Incomplete extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          return Proposal.of(architecture(index).prefix(1), Fidelity.epochs(1));
        }
      };
    }
  }

  static class PredictsNaN extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          return super.proposal(index).predicting(Double.NaN);
        }
      };
    }
  }

  static class TooMany extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public List<Proposal> ask(int count) {
          return super.ask(count + 1);
        }
      };
    }
  }

  /**
   * A controller that proposes no valid architecture of the only space with integers and real
   * numbers.
   */
  static class LosesTheNumbers extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          boolean numbers = ReferenceSpace.MIXED.space().equals(space);
          Architecture whole = architecture(index);
          return Proposal.of(numbers ? whole.prefix(whole.size() - 1) : whole, Fidelity.epochs(1));
        }
      };
    }
  }

  /** A controller that accepts spaces that it does not name. */
  static class ServesMoreThanItSays extends Sound {
    @Override
    protected Set<ReferenceSpace> serves() {
      return EnumSet.complementOf(EnumSet.of(ReferenceSpace.REAL_VECTOR, ReferenceSpace.MIXED));
    }
  }

  /** A controller that refuses without a message. */
  static class RefusesSilently extends Sound {
    @Override
    protected Set<ReferenceSpace> serves() {
      return EnumSet.complementOf(EnumSet.of(ReferenceSpace.REAL_VECTOR, ReferenceSpace.MIXED));
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      if (space.count().isEmpty()) {
        throw new NasException("");
      }
      return new Shuffled(space, streams.studySeed());
    }
  }

  /** A controller that fails where it should refuse. */
  static class FailsOverOthers extends Sound {
    @Override
    protected Set<ReferenceSpace> serves() {
      return EnumSet.complementOf(EnumSet.of(ReferenceSpace.REAL_VECTOR, ReferenceSpace.MIXED));
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      if (space.count().isEmpty()) {
        throw new IllegalStateException("real");
      }
      return new Shuffled(space, streams.studySeed());
    }
  }

  static class ContinuesTheFuture extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          return new Proposal(architecture(index), Fidelity.epochs(1), index + 2, null);
        }
      };
    }
  }

  static class Unseeded extends Sound {
    private final AtomicInteger created = new AtomicInteger();

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, created.incrementAndGet());
    }
  }

  static class IgnoresTheSeed extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, 7);
    }
  }

  static class SharedState extends Sound {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      asked.set(0);
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          return super.proposal(asked.getAndIncrement());
        }
      };
    }
  }
}
