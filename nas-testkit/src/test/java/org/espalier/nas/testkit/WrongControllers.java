package org.espalier.nas.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Suites of controllers that are wrong in just one thing. */
final class WrongControllers {

  private WrongControllers() {}

  static class Incomplete extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          return Proposal.of(order.get(index).prefix(1), Fidelity.epochs(1));
        }
      };
    }
  }

  static class PredictsNaN extends ControllerContractTest.Sound {
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

  static class TooMany extends ControllerContractTest.Sound {
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

  static class ContinuesTheFuture extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          return new Proposal(order.get(index), Fidelity.epochs(1), index + 2, null);
        }
      };
    }
  }

  static class Unseeded extends ControllerContractTest.Sound {
    private final AtomicInteger created = new AtomicInteger();

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, created.incrementAndGet());
    }
  }

  static class IgnoresTheSeed extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, 7);
    }
  }

  static class SharedState extends ControllerContractTest.Sound {
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

  static class Forgets extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public byte[] snapshot() {
          return new byte[Integer.BYTES];
        }
      };
    }
  }

  static class SnapshotDisturbs extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public byte[] snapshot() {
          byte[] snapshot = super.snapshot();
          next++;
          return snapshot;
        }
      };
    }
  }

  static class SwallowsNoise extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void restore(byte[] snapshot) {
          next = ByteBuffer.wrap(snapshot).getInt();
        }
      };
    }
  }

  static class NeedsRewards extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void tell(List<TrialResult> results) {
          results.forEach(result -> result.reward().orElseThrow());
        }
      };
    }
  }

  static class WaitsForWholeBatches extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private int outstanding;

        @Override
        public List<Proposal> ask(int count) {
          if (count < batch() && outstanding == 0) {
            return List.of();
          }
          List<Proposal> answer = super.ask(count);
          outstanding += answer.size();
          return answer;
        }

        @Override
        public void tell(List<TrialResult> results) {
          outstanding -= results.size();
        }
      };
    }
  }

  static class Repeats extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return Shuffled.endless(space, streams.studySeed());
    }
  }

  static class ReturnsFromTheDead extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private int empty;

        @Override
        public List<Proposal> ask(int count) {
          List<Proposal> answer = super.ask(count);
          boolean dead = answer.isEmpty() && empty++ > 5;
          return dead ? List.of(proposal(0)) : answer;
        }
      };
    }
  }

  static class Hangs extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public List<Proposal> ask(int count) {
          while (next == order.size() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(1_000_000);
          }
          return super.ask(count);
        }
      };
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(2);
    }
  }

  static class NoBatch extends ControllerContractTest.Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public int batch() {
          return 0;
        }
      };
    }
  }
}
