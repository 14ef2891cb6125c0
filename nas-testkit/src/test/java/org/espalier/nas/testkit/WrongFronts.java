package org.espalier.nas.testkit;

import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Suites of controllers of several objectives, the first two correct, each other with one fault.
 */
final class WrongFronts {

  private WrongFronts() {}

  /** A suite of a correct controller that learns. */
  static class SoundClimber extends MultiObjectiveControllerContract implements BeatsRandomFront {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new FrontClimber(space, streams, objectives);
    }

    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }

  /** A suite of a correct controller that does not learn. */
  static class SoundDraws extends MultiObjectiveControllerContract implements BeatsRandomFront {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new MarkedDraws(space, streams);
    }

    @Override
    protected boolean learnsFromObjectives() {
      return false;
    }
  }

  @SeveralObjectives
  private static final class MarkedDraws extends Shuffled {
    MarkedDraws(SearchSpace space, RandomStreams streams) {
      super(space, streams.studySeed());
    }
  }

  static class IgnoresTheSecond extends SoundClimber {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new FrontClimber(space, streams, objectives) {
        @Override
        double[] losses(TrialResult result) {
          return new double[] {super.losses(result)[0]};
        }
      };
    }
  }

  static class ForgetsItsFront extends SoundClimber {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new FrontClimber(space, streams, objectives) {
        @Override
        int written(int members) {
          return Math.min(1, members);
        }
      };
    }
  }

  static class NeedsAReward extends SoundClimber {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new FrontClimber(space, streams, objectives) {
        @Override
        double[] losses(TrialResult result) {
          return new double[] {-result.reward().orElseThrow()};
        }
      };
    }
  }

  static class NeedsKnownViolations extends SoundClimber {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new FrontClimber(space, streams, objectives) {
        @Override
        public void tell(List<TrialResult> results) {
          for (TrialResult result : results) {
            if (!Double.isFinite(this.objectives.violation(result.outcome()))) {
              throw new NasException("The violation of a failed trial must be known.");
            }
          }
          super.tell(results);
        }
      };
    }
  }

  static class NeedsSeveral extends SoundClimber {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      if (!objectives.several()) {
        throw new NasException("Only several objectives are served.");
      }
      return new FrontClimber(space, streams, objectives);
    }
  }

  static class Unmarked extends SoundClimber {
    @Override
    protected Controller controller(
        SearchSpace space, RandomStreams streams, Objectives objectives) {
      return new FrontClimber(space, streams, objectives) {};
    }
  }

  /** A gate without the contract that supplies the controller. */
  static class FrontsWithoutContract implements BeatsRandomFront {}
}
