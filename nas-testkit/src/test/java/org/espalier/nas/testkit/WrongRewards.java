package org.espalier.nas.testkit;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.trial.Outcome;

/** Suites of rewards with one fault. */
final class WrongRewards {

  private WrongRewards() {}

  static class Infinite extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          boolean wrong = outcome instanceof Outcome.Completed && outcome.measurements().size() > 1;
          return wrong ? super.of(outcome) / 0 : super.of(outcome);
        }
      };
    }
  }

  /** A reward that falls with each second of the clock. */
  static class Ages extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          return super.of(outcome) - Instant.now().getEpochSecond() * 1e-3;
        }
      };
    }
  }

  /** A reward that falls after some calls. */
  static class Tires extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        private int calls;

        @Override
        public double of(Outcome outcome) {
          calls++;
          return super.of(outcome) - (calls > 60 ? 1 : 0);
        }
      };
    }
  }

  static class NeedsTwoEpochs extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          double sound = super.of(outcome);
          return outcome.measurements().size() < 2 ? Double.NaN : sound;
        }
      };
    }
  }

  static class RefusesStopped extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          return super.of((Outcome.Completed) outcome);
        }
      };
    }
  }

  static class RemembersTheBest extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        private double best = Double.NEGATIVE_INFINITY;

        @Override
        public double of(Outcome outcome) {
          double sound = super.of(outcome);
          best = Double.isNaN(sound) ? best : Math.max(best, sound);
          return Double.isNaN(sound) ? sound : best;
        }
      };
    }
  }

  /** A reward that differs from every earlier one of its class. */
  static class Unrepeatable extends RewardContractTest.Sound {
    private final AtomicInteger made = new AtomicInteger();

    @Override
    protected Reward reward() {
      int number = made.incrementAndGet();
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          return super.of(outcome) + number * 1e-9;
        }
      };
    }
  }

  static class LikesTheFast extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          long seconds =
              outcome.account().times().values().stream().mapToLong(t -> t.toSeconds()).sum();
          return super.of(outcome) - seconds;
        }
      };
    }
  }

  static class ZeroForMissing extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          try {
            return super.of(outcome);
          } catch (NasException missing) {
            return 0;
          }
        }
      };
    }
  }

  static class NamesNothing extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          try {
            return super.of(outcome);
          } catch (NasException missing) {
            throw new NasException("A metric is missing.", missing);
          }
        }
      };
    }
  }

  static class ThrowsAnything extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          try {
            return super.of(outcome);
          } catch (NasException missing) {
            throw new IllegalStateException(missing.getMessage(), missing);
          }
        }
      };
    }
  }

  static class ZeroForNaN extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          double sound = super.of(outcome);
          return Double.isNaN(sound) ? 0 : sound;
        }
      };
    }
  }

  static class UpsideDown extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public double of(Outcome outcome) {
          return -super.of(outcome);
        }
      };
    }
  }

  static class SaysNothing extends RewardContractTest.Sound {
    @Override
    protected Reward reward() {
      return new LastAccuracy() {
        @Override
        public String description() {
          return " ";
        }
      };
    }
  }
}
