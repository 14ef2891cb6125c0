package org.espalier.nas.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** Suites of rules with one fault. */
final class WrongRules {
  private static final Optional<String> STOP = Optional.of("It is time.");

  private WrongRules() {}

  static class ChangesItsMind extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      AtomicReference<@Nullable List<Measurement>> last = new AtomicReference<>();
      return new BelowTheMedian() {
        @Override
        public Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          return measured.equals(last.getAndSet(measured))
              ? STOP
              : super.reasonToStop(trial, measured, known);
        }
      };
    }
  }

  static class RemembersTheBest extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      return new StoppingRule() {
        private double best = Double.NEGATIVE_INFINITY;

        @Override
        public synchronized Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          double ours = BelowTheMedian.accuracy(measured.get(measured.size() - 1)).orElse(0);
          best = Math.max(best, ours);
          return ours < best ? STOP : Optional.empty();
        }
      };
    }
  }

  /** A rule that never stops the first trial it is asked about. */
  static class SparesTheFirst extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      AtomicReference<@Nullable Trial> first = new AtomicReference<>();
      return new BelowTheMedian() {
        @Override
        public Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          return first.compareAndSet(null, trial)
              ? Optional.empty()
              : super.reasonToStop(trial, measured, known);
        }
      };
    }
  }

  static class OfOneThread extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      Thread owner = Thread.currentThread();
      return new BelowTheMedian() {
        @Override
        public Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          return Thread.currentThread().equals(owner)
              ? super.reasonToStop(trial, measured, known)
              : Optional.empty();
        }
      };
    }
  }

  static class NeedsAPredecessor extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      return new BelowTheMedian() {
        @Override
        public Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          TrialResult previous = known.get(trial.number() - 2);
          return previous.trial().number() < trial.number()
              ? super.reasonToStop(trial, measured, known)
              : STOP;
        }
      };
    }
  }

  static class NeedsRewards extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      return new BelowTheMedian() {
        @Override
        public Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          boolean finite =
              known.stream().mapToDouble(result -> result.reward().orElseThrow()).sum() < 1e9;
          return finite ? super.reasonToStop(trial, measured, known) : STOP;
        }
      };
    }
  }

  static class RefusesNaN extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      return new BelowTheMedian() {
        @Override
        public Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          if (measured.stream().anyMatch(m -> m.metrics().containsValue(Double.NaN))) {
            throw new IllegalArgumentException("NaN");
          }
          return super.reasonToStop(trial, measured, known);
        }
      };
    }
  }

  static class GivesNoReason extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      return new BelowTheMedian() {
        @Override
        public Optional<String> reasonToStop(
            Trial trial, List<Measurement> measured, List<TrialResult> known) {
          return super.reasonToStop(trial, measured, known).map(reason -> "");
        }
      };
    }
  }

  static class StopsNothing extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      return (trial, measured, known) -> Optional.empty();
    }
  }

  static class StopsEverything extends StoppingRuleContractTest.Sound {
    @Override
    protected StoppingRule rule() {
      return (trial, measured, known) -> STOP;
    }
  }
}
