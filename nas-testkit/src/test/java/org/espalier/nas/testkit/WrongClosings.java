package org.espalier.nas.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.junit.jupiter.api.io.TempDir;

/** Suites of evaluators that leave something behind, or cannot be closed. */
final class WrongClosings {

  private WrongClosings() {}

  static class LeavesAThread extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        public Outcome evaluate(Trial trial, Progress progress) {
          Thread left = new Thread(LeavesAThread::sleep, "left behind");
          left.setDaemon(true);
          left.start();
          return super.evaluate(trial, progress);
        }
      };
    }

    private static void sleep() {
      try {
        Thread.sleep(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    protected Duration patience() {
      return Duration.ofMillis(50);
    }
  }

  static class ClosesOnlyWhatWasUsed extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        private boolean used;

        @Override
        public Outcome evaluate(Trial trial, Progress progress) {
          used = true;
          return super.evaluate(trial, progress);
        }

        @Override
        public void close() {
          if (!used) {
            throw new IllegalStateException("There is nothing to close.");
          }
        }
      };
    }
  }

  static class ClosesOnce extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        private boolean closed;

        @Override
        public void close() {
          if (closed) {
            throw new IllegalStateException("It is closed already.");
          }
          closed = true;
        }
      };
    }
  }

  static class LeavesAFile extends EvaluatorContractTest.Sound {
    @TempDir Path folder;

    @Override
    protected List<Path> folders() {
      return List.of(folder);
    }

    @Override
    protected Evaluator evaluator() throws IOException {
      Path work = Files.createDirectories(folder.resolve("work"));
      return new Curves() {
        @Override
        public Outcome evaluate(Trial trial, Progress progress) {
          try {
            Files.writeString(work.resolve("weights.bin"), "0.5");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return super.evaluate(trial, progress);
        }
      };
    }
  }
}
