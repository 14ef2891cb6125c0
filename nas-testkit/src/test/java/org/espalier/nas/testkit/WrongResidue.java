package org.espalier.nas.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Suites of controllers that leave something behind, which a fresh JVM reveals. */
final class WrongResidue {

  private WrongResidue() {}

  /** A controller that behaves differently after a search with another seed. */
  static class RemembersStatically extends Sound {
    private static final AtomicBoolean OTHER_SEED = new AtomicBoolean();

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      if (streams.studySeed() != 1) {
        OTHER_SEED.set(true);
      }
      return new Shuffled(space, streams.studySeed() + (OTHER_SEED.get() ? 1 : 0));
    }
  }

  static class ReadsTheLocale extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      int language = Locale.getDefault().getLanguage().hashCode();
      return new Shuffled(space, streams.studySeed() + language);
    }
  }

  static class LeavesAThread extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        {
          new Thread(LockSupport::park, "left by a controller").start();
        }
      };
    }
  }

  static class LeavesAFile extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      writeTo(Path.of("left-by-a-controller.log"));
      return new Shuffled(space, streams.studySeed());
    }
  }

  static class LeavesATemporaryFile extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      writeTo(Path.of(System.getProperty("java.io.tmpdir"), "left-by-a-controller.tmp"));
      return new Shuffled(space, streams.studySeed());
    }
  }

  private static void writeTo(Path file) {
    try {
      Files.writeString(file, "a controller was here");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A controller that keeps a hundred kilobytes for each trial. */
  static class Hoards extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private final List<byte[]> memories = new ArrayList<>();

        @Override
        public void tell(List<TrialResult> results) {
          results.forEach(result -> memories.add(new byte[100_000]));
        }
      };
    }
  }

  static class SnapshotsGrow extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public byte[] snapshot() {
          return Arrays.copyOf(super.snapshot(), Integer.BYTES + 8_192 * next);
        }

        @Override
        public void restore(byte[] snapshot) {
          super.restore(Arrays.copyOf(snapshot, Integer.BYTES));
        }
      };
    }
  }

  /** A controller that keeps only a part of its knowledge after more than 5,000 trials. */
  static class ForgetsAtLength extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public byte[] snapshot() {
          return ByteBuffer.allocate(Integer.BYTES).putInt(Math.min(next, 5_000)).array();
        }
      };
    }
  }

  /** A controller that never ends, but only in a long search. */
  static class HangsAtLength extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public List<Proposal> ask(int count) {
          while (next > 5_000) {
            LockSupport.parkNanos(1_000_000);
          }
          return super.ask(count);
        }
      };
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(3);
    }
  }

  /** A controller that works only where it was tried. */
  static class BreaksElsewhere extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      if (System.getProperty("user.dir").contains("fresh-jvm")) {
        throw new IllegalStateException("There is no file settings.txt here.");
      }
      return new Shuffled(space, streams.studySeed());
    }
  }
}
