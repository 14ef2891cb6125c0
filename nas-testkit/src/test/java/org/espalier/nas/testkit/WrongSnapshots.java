package org.espalier.nas.testkit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;

/** Suites of controllers with one fault in their snapshots. */
final class WrongSnapshots {

  private WrongSnapshots() {}

  static class Forgets extends Sound {
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

  static class SnapshotDisturbs extends Sound {
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

  static class CountsSnapshots extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private int taken;

        @Override
        public byte[] snapshot() {
          return ByteBuffer.allocate(2 * Integer.BYTES).putInt(next).putInt(taken++).array();
        }

        @Override
        public void restore(byte[] snapshot) {
          if (snapshot.length != 2 * Integer.BYTES) {
            throw new NasException("The snapshot is not one of this controller.");
          }
          next = ByteBuffer.wrap(snapshot).getInt();
        }
      };
    }
  }

  static class ReusesItsBuffer extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private final byte[] buffer = new byte[Integer.BYTES];

        @Override
        public byte[] snapshot() {
          ByteBuffer.wrap(buffer).putInt(next);
          return buffer;
        }
      };
    }
  }

  static class HandsOutItsState extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private byte[] handedOut = super.snapshot();

        @Override
        public byte[] snapshot() {
          handedOut = super.snapshot();
          return handedOut;
        }

        @Override
        public List<Proposal> ask(int count) {
          next = ByteBuffer.wrap(handedOut).getInt();
          List<Proposal> answer = super.ask(count);
          handedOut = super.snapshot();
          return answer;
        }

        @Override
        public void restore(byte[] snapshot) {
          super.restore(snapshot);
          handedOut = super.snapshot();
        }
      };
    }
  }

  static class ErasesWhatItRestores extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void restore(byte[] snapshot) {
          super.restore(snapshot);
          Arrays.fill(snapshot, (byte) 0);
        }
      };
    }
  }

  static class RestoresLate extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private byte[] restored = {};

        @Override
        public void restore(byte[] snapshot) {
          super.restore(snapshot);
          restored = snapshot;
        }

        @Override
        public List<Proposal> ask(int count) {
          if (restored.length > 0) {
            next = ByteBuffer.wrap(restored).getInt();
            restored = new byte[0];
          }
          return super.ask(count);
        }
      };
    }
  }

  static class SwallowsNoise extends Sound {
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

  /** A controller that restarts from an empty snapshot. */
  static class SwallowsNothing extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void restore(byte[] snapshot) {
          if (snapshot.length > 0) {
            super.restore(snapshot);
          }
        }
      };
    }
  }

  /** A controller that continues to read beyond a truncated snapshot. */
  static class SwallowsHalves extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void restore(byte[] snapshot) {
          super.restore(
              snapshot.length == Integer.BYTES - 1 ? Arrays.copyOf(snapshot, 4) : snapshot);
        }
      };
    }
  }
}
