package org.espalier.nas.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.table.TableFacts;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

final class ValuationTest {
  private static final String ACCURACY = "validation.accuracy";
  private static final SearchSpace SPACE = Mockito.mock();
  private static final Trial TRIAL =
      new Trial(3, Proposal.of(new Architecture(List.of()), Fidelity.epochs(1)), 1, 0);

  /** An objective with a fixed value, of which the number of computations is counted. */
  private static final class Fixed implements ObjectiveFunction {
    private final Objective objective;
    private final double value;
    private final boolean before;
    private int computed;

    Fixed(String name, Direction direction, double value, boolean before) {
      this.objective = Objective.of(name, direction);
      this.value = value;
      this.before = before;
    }

    @Override
    public Objective objective() {
      return objective;
    }

    @Override
    public ObjectiveValue value(Trial trial, Outcome outcome) {
      computed++;
      return new ObjectiveValue(value, Map.of(objective.name() + ".spread", 0.5));
    }

    @Override
    public OptionalDouble known(Trial trial) {
      return before ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
  }

  private static Fixed accuracy(double value) {
    return new Fixed(ACCURACY, Direction.MAXIMIZE, value, false);
  }

  private static Fixed cost(double value) {
    return new Fixed("cost", Direction.MINIMIZE, value, true);
  }

  private static Valuation valuation(
      List<String> constraints, Scalarisation scalarisation, Fixed... functions) {
    List<ObjectiveFunction> list = List.of(functions);
    Objectives objectives =
        new Objectives(
            list.stream().map(ObjectiveFunction::objective).toList(),
            scalarisation != null,
            constraints.stream().map(Constraint::parse).toList());
    return new Valuation(
        outcome -> 7,
        objectives,
        list,
        scalarisation,
        SPACE,
        TableFacts.none(),
        new ProcessAccess());
  }

  private static Outcome trained() {
    return new Outcome.Completed(
        List.of(new Measurement(1, Map.of(ACCURACY, 0.8))),
        new Account(Map.of("parameters", 10.0), Map.of()));
  }

  @Test
  void severalObjectivesHaveValuesAndNoReward() {
    Valuation.Valued valued =
        valuation(List.of(), null, accuracy(0.8), cost(3)).value(TRIAL, trained());

    assertThat(valued.reward()).isNull();
    assertThat(valued.values()).containsExactly(0.8, 3.0);
    assertThat(valued.outcome().account().facts())
        .containsOnly(
            Map.entry("parameters", 10.0),
            Map.entry("cost", 3.0),
            Map.entry("cost.spread", 0.5),
            Map.entry(ACCURACY + ".spread", 0.5));
  }

  @Test
  void oneObjectiveIsTheRewardAndAMinimisedOneItsNegative() {
    assertThat(valuation(List.of(), null, accuracy(0.8)).value(TRIAL, trained()).reward())
        .isEqualTo(0.8);
    assertThat(valuation(List.of(), null, cost(3)).value(TRIAL, trained()).reward()).isEqualTo(-3);
    assertThat(valuation(List.of(), null).value(TRIAL, trained()).reward()).isEqualTo(7);
  }

  @Test
  void aScalarisationMakesTheReward() {
    Scalarisation product = values -> values.get(0) * values.get(1);
    Valuation.Valued valued =
        valuation(List.of(), product, accuracy(0.8), cost(3)).value(TRIAL, trained());

    assertThat(valued.reward()).isEqualTo(0.8 * 3);
    assertThat(valued.values()).containsExactly(0.8, 3.0);
  }

  @Test
  void aViolationKnownBeforehandSparesTheEvaluation() {
    Valuation valuation = valuation(List.of("cost <= 2"), null, accuracy(0.8), cost(3));

    Outcome refused = valuation.refusal(TRIAL).orElseThrow();

    assertThat(refused)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(FailureCause.INFEASIBLE);
              assertThat(failed.message()).isEqualTo("The trial violates cost <= 2, which is 3.");
            });
    assertThat(valuation.objectives().violation(refused)).isEqualTo(0.5);
    assertThat(valuation(List.of("cost <= 3"), null, accuracy(0.8), cost(3)).refusal(TRIAL))
        .isEmpty();
  }

  @Test
  void aRefusedTrialViolatesWhatIsKnown() {
    Valuation valuation =
        valuation(List.of("cost <= 2", ACCURACY + " >= 0.9"), null, accuracy(0.8), cost(3));

    Outcome refused = valuation.refusal(TRIAL).orElseThrow();

    assertThat(valuation.objectives().violation(refused)).isEqualTo(0.5);
    assertThat(valuation.objectives().violation(trained())).isInfinite();
  }

  @Test
  void aViolationFoundAfterwardsKeepsTheMeasurements() {
    Valuation valuation = valuation(List.of(ACCURACY + " >= 0.9"), null, accuracy(0.8), cost(3));

    assertThat(valuation.refusal(TRIAL)).isEmpty();
    Valuation.Valued valued = valuation.value(TRIAL, trained());

    assertThat(valued.reward()).isNull();
    assertThat(valued.values()).isEmpty();
    assertThat(valued.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(valued.outcome().measurements()).hasSize(1);
    assertThat(valued.outcome().account().facts()).containsEntry("cost", 3.0);
    assertThat(((Outcome.Failed) valued.outcome()).message())
        .isEqualTo("The trial violates validation.accuracy >= 0.9, which is 0.8.");
  }

  @Test
  void aFailedTrialHasNoValues() {
    Fixed cost = cost(3);
    Outcome failed = Outcome.Failed.of(FailureCause.DIVERGED, "NaN");

    Valuation.Valued valued = valuation(List.of(), null, accuracy(1), cost).value(TRIAL, failed);

    assertThat(valued.outcome()).isSameAs(failed);
    assertThat(valued.values()).isEmpty();
    assertThat(cost.computed).isZero();
  }

  @Test
  void anObjectiveWithoutAFiniteValueFailsTheTrial() {
    Valuation.Valued valued =
        valuation(List.of(), null, accuracy(0.8), cost(Double.NaN)).value(TRIAL, trained());

    assertThat(valued.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.message()).isEqualTo("The objective cost of trial 3 is NaN."));
  }

  @Test
  void noTrialRunsDuringAMeasurement() throws Exception {
    ProcessAccess access = new ProcessAccess();
    List<String> order = new ArrayList<>();
    Thread[] measuring = new Thread[1];
    access.shared(
        () -> {
          measuring[0] = new Thread(() -> exclusive(access, order));
          measuring[0].start();
          while (measuring[0].getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          return order.add("trial");
        });
    measuring[0].join();

    assertThat(order).containsExactly("trial", "measurement");
  }

  private static void exclusive(ProcessAccess access, List<String> order) {
    try {
      access.exclusive(() -> order.add("measurement"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
