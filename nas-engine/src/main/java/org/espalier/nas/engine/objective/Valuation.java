package org.espalier.nas.engine.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.table.TableFacts;
import org.jspecify.annotations.Nullable;

/**
 * The values of a study's trials: those of its objectives, its constraints, and the reward.
 *
 * <p>Called by several threads at once.
 */
public final class Valuation {
  private final Reward reward;
  private final Objectives objectives;
  private final List<ObjectiveFunction> functions;
  private final @Nullable Scalarisation scalarisation;
  private final KnownQuantities known;
  private final ProcessAccess access;

  /**
   * Creates the valuation of a study.
   *
   * @param reward the reward of a study without objectives
   * @param functions functions of the objectives, in their order
   * @param scalarisation makes a reward of the values of several objectives, or null
   * @param space the search space, whose networks tell some values before evaluation
   * @param table facts of a table, which go before the counts of networks
   * @param access keeps other trials from running while a time is measured
   */
  public Valuation(
      Reward reward,
      Objectives objectives,
      List<ObjectiveFunction> functions,
      @Nullable Scalarisation scalarisation,
      SearchSpace space,
      TableFacts table,
      ProcessAccess access) {
    this.reward = Objects.requireNonNull(reward);
    this.objectives = objectives;
    this.functions = List.copyOf(functions);
    this.scalarisation = scalarisation;
    this.known = new KnownQuantities(functions, space, table);
    this.access = access;
    if (functions.size() != objectives.list().size()
        || (scalarisation != null) != objectives.scalarised()) {
      throw new IllegalArgumentException(
          "%d functions and the scalarisation %s do not belong to %s."
              .formatted(functions.size(), scalarisation, objectives));
    }
  }

  /** Returns the valuation of a study that maximises a reward alone. */
  public static Valuation of(Reward reward, SearchSpace space) {
    return new Valuation(
        reward,
        Objectives.reward(),
        List.of(),
        null,
        space,
        TableFacts.none(),
        new ProcessAccess());
  }

  /**
   * The value of a trial.
   *
   * @param outcome the outcome, with the values among its facts
   * @param reward the reward; null if the trial failed, or has several objectives instead
   * @param values values of the objectives; empty if the trial failed
   */
  public record Valued(Outcome outcome, @Nullable Double reward, List<Double> values) {
    /** Copies. */
    public Valued {
      values = List.copyOf(values);
    }
  }

  /** Returns the objectives and constraints. */
  public Objectives objectives() {
    return objectives;
  }

  /** Returns the access of trials to the processors. */
  public ProcessAccess access() {
    return access;
  }

  /** Returns a short description of the value that is searched for. */
  public String description() {
    if (scalarisation != null) {
      return scalarisation.description();
    }
    List<Objective> list = objectives.list();
    return list.isEmpty()
        ? reward.description()
        : String.join(", ", list.stream().map(Valuation::description).toList());
  }

  private static String description(Objective objective) {
    return switch (objective.direction()) {
          case MAXIMIZE -> "highest ";
          case MINIMIZE -> "lowest ";
        }
        + objective.title();
  }

  /**
   * Returns a quantity of a trial that is known before its evaluation; empty if it is not.
   *
   * @param quantity name of an objective, or {@code parameters} or {@code flops}
   */
  public OptionalDouble known(String quantity, Trial trial) {
    return known.of(quantity, trial);
  }

  /**
   * Returns the outcome of a trial whose values are known before its evaluation to violate a
   * constraint; empty if the trial must be evaluated.
   */
  public Optional<Outcome> refusal(Trial trial) {
    Map<String, Double> quantities = new TreeMap<>();
    boolean violated = false;
    for (Constraint constraint : objectives.constraints()) {
      OptionalDouble value = known.of(constraint.quantity(), trial);
      if (value.isPresent()) {
        quantities.put(constraint.quantity(), value.getAsDouble());
        violated |= constraint.violation(value.getAsDouble()) > 0;
      }
    }
    return violated
        ? Optional.of(infeasible(List.of(), new Account(quantities, Map.of())))
        : Optional.empty();
  }

  /**
   * Returns the value of a trial, computing those of its objectives.
   *
   * @param outcome the outcome, as it will be stored
   */
  public Valued value(Trial trial, Outcome outcome) {
    if (outcome instanceof Outcome.Failed) {
      return new Valued(outcome, null, List.of());
    }
    Map<String, Double> figures = new TreeMap<>(outcome.account().figures());
    List<Double> values = new ArrayList<>();
    for (ObjectiveFunction function : functions) {
      String name = function.objective().name();
      double value;
      try {
        ObjectiveValue computed = computed(function, trial, outcome);
        value = computed.value() + 0.0;
        computed.facts().forEach((fact, number) -> figures.put(fact, number + 0.0));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return failed(outcome, FailureCause.EXCEPTION, name + ": interrupted");
      } catch (Exception failure) {
        return failed(
            outcome,
            FailureCause.EXCEPTION,
            "The objective %s has no value: %s".formatted(name, failure.getMessage()));
      }
      if (!Double.isFinite(value)) {
        return failed(
            outcome,
            FailureCause.DIVERGED,
            "The objective %s of trial %d is %s.".formatted(name, trial.number(), value));
      }
      if (lastMetric(outcome, name) != value) {
        figures.put(name, value);
      }
      values.add(value);
    }
    return judged(withFigures(outcome, figures), values);
  }

  private ObjectiveValue computed(ObjectiveFunction function, Trial trial, Outcome outcome)
      throws Exception {
    return function.exclusive()
        ? access.exclusive(() -> function.value(trial, outcome))
        : function.value(trial, outcome);
  }

  private Valued judged(Outcome outcome, List<Double> values) {
    if (objectives.violation(outcome) > 0) {
      return new Valued(infeasible(outcome.measurements(), outcome.account()), null, List.of());
    }
    if (scalarisation != null) {
      return new Valued(outcome, scalarisation.of(values), values);
    }
    if (values.isEmpty()) {
      return new Valued(outcome, reward.of(outcome), values);
    }
    Double single = values.size() == 1 ? -objectives.list().get(0).loss(values.get(0)) + 0.0 : null;
    return new Valued(outcome, single, values);
  }

  private Outcome infeasible(List<Measurement> measurements, Account account) {
    Outcome outcome =
        new Outcome.Failed(measurements, account, FailureCause.INFEASIBLE, "infeasible");
    List<String> reasons = new ArrayList<>();
    for (Constraint constraint : objectives.constraints()) {
      OptionalDouble value = Objectives.value(constraint.quantity(), outcome);
      if (value.isEmpty() && !measurements.isEmpty()) {
        reasons.add("%s, which was not measured".formatted(constraint));
      } else if (constraint.violation(value.orElse(constraint.bound())) > 0) {
        reasons.add("%s, which is %s".formatted(constraint, number(value.getAsDouble())));
      }
    }
    return new Outcome.Failed(
        measurements,
        account,
        FailureCause.INFEASIBLE,
        "The trial violates " + String.join(", and ", reasons) + ".");
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static double lastMetric(Outcome outcome, String name) {
    List<Measurement> measured = outcome.measurements();
    return measured.get(measured.size() - 1).metric(name).orElse(Double.NaN);
  }

  private static Valued failed(Outcome outcome, FailureCause cause, String message) {
    return new Valued(
        new Outcome.Failed(outcome.measurements(), outcome.account(), cause, message),
        null,
        List.of());
  }

  private static Outcome withFigures(Outcome outcome, Map<String, Double> figures) {
    Account account = Account.ofFigures(figures, outcome.account().times());
    return outcome instanceof Outcome.Stopped stopped
        ? new Outcome.Stopped(stopped.measurements(), account, stopped.reason())
        : new Outcome.Completed(outcome.measurements(), account);
  }
}
