package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that checks fail for objectives that violate them. */
class ObjectiveContractTest {

  @Test
  void aSoundObjectivePasses() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);

    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted()).containsExactly("onlyMeasurementsNeedTheProcessForThemselves");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(Renamed.class, "theNameAndTheDirectionDoNotChange"),
        Arguments.of(RefusesStopped.class, "usualTrialsHaveAFiniteValue"),
        Arguments.of(Counts.class, "theSameTrialHasTheSameValue"),
        Arguments.of(Ages.class, "theValueDoesNotChangeOverTime"),
        Arguments.of(Misjudges.class, "aValueThatIsKnownBeforehandIsTheValue"),
        Arguments.of(TakesFacts.class, "furtherFactsBeginWithTheName"),
        Arguments.of(ClaimsToRepeat.class, "onlyMeasurementsNeedTheProcessForThemselves"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongObjectiveFails(Class<?> suite, String check) {
    assertThat(Suites.trouble(suite, check)).isPresent();
  }

  /** The number of parameters. */
  static class Sound extends ObjectiveContract {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters();
    }

    @Override
    protected Trial trial() {
      return new Trial(1, Proposal.of(new Architecture(List.of()), Fidelity.epochs(1)), 7, 0);
    }

    @Override
    protected Outcome outcome() {
      return new Outcome.Completed(
          List.of(new Measurement(1, Map.of("accuracy", 0.5))), Account.empty());
    }
  }

  private static class Parameters implements ObjectiveFunction {
    @Override
    public Objective objective() {
      return Objective.of("parameters", Direction.MINIMIZE);
    }

    @Override
    public ObjectiveValue value(Trial trial, Outcome outcome) {
      return new ObjectiveValue(10, Map.of("parameters.layers", 2.0));
    }

    @Override
    public OptionalDouble known(Trial trial) {
      return OptionalDouble.of(10);
    }
  }

  /** An objective whose name depends on the number of calls. */
  static final class Renamed extends Sound {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters() {
        private int calls;

        @Override
        public Objective objective() {
          return Objective.of("parameters" + calls, Direction.MINIMIZE);
        }

        @Override
        public ObjectiveValue value(Trial trial, Outcome outcome) {
          calls++;
          return ObjectiveValue.of(10);
        }
      };
    }
  }

  /** An objective that knows only completed trials. */
  static final class RefusesStopped extends Sound {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters() {
        @Override
        public ObjectiveValue value(Trial trial, Outcome outcome) {
          return ObjectiveValue.of(outcome instanceof Outcome.Completed ? 10 : Double.NaN);
        }
      };
    }
  }

  /** An objective whose value grows with every call. */
  static final class Counts extends Sound {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters() {
        private int calls;

        @Override
        public ObjectiveValue value(Trial trial, Outcome outcome) {
          return ObjectiveValue.of(calls++);
        }
      };
    }
  }

  /** An objective that reads the clock. */
  static final class Ages extends Sound {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters() {
        @Override
        public ObjectiveValue value(Trial trial, Outcome outcome) {
          return ObjectiveValue.of((double) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
        }
      };
    }
  }

  /** An objective that expects another value than it finds. */
  static final class Misjudges extends Sound {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters() {
        @Override
        public OptionalDouble known(Trial trial) {
          return OptionalDouble.of(11);
        }
      };
    }
  }

  /** An objective whose facts may be those of others. */
  static final class TakesFacts extends Sound {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters() {
        @Override
        public ObjectiveValue value(Trial trial, Outcome outcome) {
          return new ObjectiveValue(10, Map.of("flops", 2.0));
        }
      };
    }
  }

  /** A measured time that claims to be the same in each run. */
  static final class ClaimsToRepeat extends Sound {
    @Override
    protected ObjectiveFunction objective() {
      return new Parameters() {
        @Override
        public boolean exclusive() {
          return true;
        }
      };
    }
  }
}
