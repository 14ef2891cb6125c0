package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** Suites of evaluators that continue trials wrongly. */
final class WrongContinuations {

  private WrongContinuations() {}

  static class Refuses extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        void refuse(Trial trial) {
          if (trial.proposal().continuedTrial() != null) {
            throw new IllegalArgumentException("Curves cannot be continued.");
          }
        }
      };
    }
  }

  /** An evaluator that continues, but returns only the new steps in its outcome. */
  static class LeavesOutTheFirst extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new GoesOn() {
        @Override
        Outcome outcome(List<Measurement> before, List<Measurement> all) {
          return super.outcome(before, all.subList(before.size(), all.size()));
        }
      };
    }
  }

  static class ReportsAllAgain extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new GoesOn() {
        @Override
        Outcome outcome(List<Measurement> before, List<Measurement> all) {
          List<Measurement> twice = new ArrayList<>(before);
          twice.addAll(all);
          return super.outcome(before, twice);
        }
      };
    }
  }

  static class CountsAllEpochs extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new GoesOn() {
        @Override
        long epochs(List<Measurement> before, List<Measurement> all) {
          return all.size();
        }
      };
    }
  }

  static class DrawsAnew extends EvaluatorContractTest.Sound {
    @Override
    protected Evaluator evaluator() {
      return new Curves() {
        @Override
        long seed(Trial trial) {
          return trial.seed() + trial.number();
        }
      };
    }
  }

  /** An evaluator that reports only the new steps; correct, unless a method is overridden. */
  private static class GoesOn implements Evaluator {
    private final Curves curves = new Curves();

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      List<Measurement> before = progress.continued();
      if (before.isEmpty()) {
        return curves.evaluate(trial, progress);
      }
      List<Measurement> all = curves.evaluate(trial, Progress.unwatched()).measurements();
      all.subList(before.size(), all.size()).forEach(progress::report);
      return outcome(before, all);
    }

    Outcome outcome(List<Measurement> before, List<Measurement> all) {
      return new Outcome.Completed(all, Account.of(Cost.ofEpochs(epochs(before, all))));
    }

    long epochs(List<Measurement> before, List<Measurement> all) {
      return (long) all.size() - before.size();
    }
  }
}
