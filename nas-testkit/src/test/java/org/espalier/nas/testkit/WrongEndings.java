package org.espalier.nas.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Suites of controllers that continue or end incorrectly. */
final class WrongEndings {

  private WrongEndings() {}

  static class NeedsRewards extends Sound {
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

  static class NeedsFiniteMetrics extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void tell(List<TrialResult> results) {
          for (TrialResult result : results) {
            for (Measurement measurement : result.outcome().measurements()) {
              if (measurement.metrics().containsValue(Double.NaN)) {
                throw new IllegalStateException("NaN");
              }
            }
          }
        }
      };
    }
  }

  static class KnowsNoStopping extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void tell(List<TrialResult> results) {
          for (TrialResult result : results) {
            if (result.outcome() instanceof Outcome.Stopped) {
              throw new IllegalStateException("stopped");
            }
          }
        }
      };
    }
  }

  /** A controller that works unless all rewards are equal. */
  static class DividesByTheSpread extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private double latest;

        @Override
        public void tell(List<TrialResult> results) {
          for (TrialResult result : results) {
            least = Math.min(least, result.reward().orElse(least));
            most = Math.max(most, result.reward().orElse(most));
            latest = result.reward().orElse(latest);
          }
        }

        @Override
        Proposal proposal(int index) {
          boolean informed = least <= most;
          return informed
              ? super.proposal(index).predicting((latest - least) / (most - least))
              : super.proposal(index);
        }
      };
    }
  }

  /** A controller that works unless rewards are huge. */
  static class Overflows extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private double sum;

        @Override
        public void tell(List<TrialResult> results) {
          results.forEach(result -> result.reward().ifPresent(reward -> sum += reward * reward));
        }

        @Override
        Proposal proposal(int index) {
          return super.proposal(index).predicting(Math.sqrt(sum));
        }
      };
    }
  }

  static class WaitsForWholeBatches extends Sound {
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

  /** A controller that treats a tell of several results as a tell of one. */
  static class ReadsOneResult extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private int outstanding;

        @Override
        public List<Proposal> ask(int count) {
          if (outstanding > 0) {
            return List.of();
          }
          List<Proposal> answer = super.ask(count);
          outstanding += answer.size();
          return answer;
        }

        @Override
        public void tell(List<TrialResult> results) {
          outstanding--;
        }
      };
    }
  }

  static class EmptiesTheList extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public void tell(List<TrialResult> results) {
          while (!results.isEmpty()) {
            results.remove(0);
          }
        }
      };
    }
  }

  static class KeepsTheList extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        private final List<List<TrialResult>> told = new ArrayList<>();

        @Override
        public void tell(List<TrialResult> results) {
          told.add(results);
        }

        @Override
        Proposal proposal(int index) {
          int known = told.stream().mapToInt(List::size).sum();
          return super.proposal(index).predicting(known);
        }
      };
    }
  }

  static class Repeats extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return Shuffled.endless(space, streams.studySeed());
    }
  }

  static class ReturnsFromTheDead extends Sound {
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

  static class Hangs extends Sound {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed()) {
        @Override
        public List<Proposal> ask(int count) {
          while (exhausted() && !Thread.currentThread().isInterrupted()) {
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

  static class NoBatch extends Sound {
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
