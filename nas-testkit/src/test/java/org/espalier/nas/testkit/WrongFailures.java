package org.espalier.nas.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.trial.Trial;

/** Suites of evaluators that do not fail when they should. */
final class WrongFailures {

  private WrongFailures() {}

  static class MakesUpAnOutcome extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        void refuse(Trial trial) {}
      };
    }
  }

  static class Hangs extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        void refuse(Trial trial) {
          while (beyondIt(trial) && !Thread.currentThread().isInterrupted()) {
            LockSupport.park();
          }
        }
      };
    }

    @Override
    protected Duration patience() {
      return Duration.ofMillis(200);
    }
  }

  /** An evaluator that ends the whole search. */
  static class DiesOfIt extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        void refuse(Trial trial) {
          if (beyondIt(trial)) {
            throw new AssertionError("This cannot happen.");
          }
        }
      };
    }
  }

  static class IsSpoiltByIt extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        private int refused;

        @Override
        void refuse(Trial trial) {
          refused += beyondIt(trial) ? 1 : 0;
          super.refuse(trial);
        }

        @Override
        double bias(Trial trial) {
          return refused;
        }
      };
    }
  }
}
