package org.espalier.nas.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** Suites of evaluators with one fault. */
final class WrongEvaluators {

  private WrongEvaluators() {}

  static class FailsAlways extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return (trial, progress) -> Outcome.Failed.of(FailureCause.EXCEPTION, "It never works.");
    }
  }

  static class Counts extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        private int calls;

        @Override
        double bias(Trial trial) {
          calls++;
          return calls;
        }
      };
    }
  }

  static class OfItsWorker extends EvaluatorContractTest.Sound {
    private final AtomicInteger workers = new AtomicInteger();

    @Override
    protected Evaluator evaluator() {
      int worker = workers.incrementAndGet();
      return new Curves() {
        @Override
        double bias(Trial trial) {
          return worker;
        }
      };
    }
  }

  /** An evaluator that uses the state left by later trials. */
  static class SeesTheFuture extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        private int latest;

        @Override
        double bias(Trial trial) {
          latest = Math.max(latest, trial.number());
          return latest;
        }
      };
    }
  }

  static class OfItsThread extends EvaluatorContractTest.Sound {
    private final Thread study = Thread.currentThread();

    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        double bias(Trial trial) {
          return Thread.currentThread().equals(study) ? 0 : 1;
        }
      };
    }
  }

  static class CountsFromZero extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        int step(Trial trial, int epoch) {
          return epoch - 1;
        }
      };
    }
  }

  static class CountsDown extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        int step(Trial trial, int epoch) {
          return trial.proposal().fidelity().epochs() + 1 - epoch;
        }
      };
    }
  }

  static class IgnoresTheFidelity extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        int step(Trial trial, int epoch) {
          return 10 * epoch;
        }
      };
    }
  }

  static class TellsNothing extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        Directive report(Progress progress, List<Measurement> measured) {
          return Directive.CONTINUE;
        }
      };
    }
  }

  static class TellsTwice extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        Directive report(Progress progress, List<Measurement> measured) {
          Directive first = super.report(progress, measured);
          return first == Directive.CONTINUE ? super.report(progress, measured) : first;
        }
      };
    }
  }

  static class IgnoresStop extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        Directive report(Progress progress, List<Measurement> measured) {
          Directive sound = super.report(progress, measured);
          return sound == Directive.STOP ? Directive.CONTINUE : sound;
        }
      };
    }
  }

  static class FailsOnStop extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        public Outcome evaluate(Trial trial, Progress progress) {
          Outcome sound = super.evaluate(trial, progress);
          return sound.measurements().size() < trial.proposal().fidelity().epochs()
              ? new Outcome.Failed(
                  sound.measurements(), sound.account(), FailureCause.EXCEPTION, "Stopped.")
              : sound;
        }
      };
    }
  }

  static class IgnoresAbandon extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        Directive report(Progress progress, List<Measurement> measured) {
          Directive sound = super.report(progress, measured);
          return sound == Directive.ABANDON ? Directive.CONTINUE : sound;
        }
      };
    }
  }

  static class IgnoresTheSeed extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        long seed(Trial trial) {
          return trial.number();
        }
      };
    }
  }

  static class PlansByTheFidelity extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        double bias(Trial trial) {
          return trial.proposal().fidelity().epochs();
        }
      };
    }
  }
}
