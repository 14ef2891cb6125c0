package org.espalier.nas.benchmark.quality;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.problem.EpochsProblem;

/** A plugin that provides problems with a known optimum as search space and evaluator. */
public final class ProblemPlugin implements NasPlugin {
  static final String TYPE = "reference-problem";

  /**
   * The settings of the search space.
   *
   * @param problem the name of its family
   * @param member the seed of the problem
   */
  public record SpaceSettings(
      @Description("Name of the family of problems.") String problem,
      @Description("Seed of the problem.") @Range("(-inf, inf)") long member) {}

  /**
   * The settings of the evaluator.
   *
   * @param problem the name of its family
   * @param member the seed of the problem
   */
  public record Settings(
      @Description("Name of the family of problems.") String problem,
      @Description("Seed of the problem.") @Range("(-inf, inf)") long member)
      implements EvaluatorSettings {

    @Override
    public Fidelity fullFidelity() {
      return Fidelity.epochs(Family.EPOCHS);
    }
  }

  /** The search space of a problem. */
  @Description("A problem with a known optimum.")
  static final class Space implements SearchSpace {
    private final SearchSpace space;

    @Inject
    Space(SpaceSettings settings) {
      this.space = Family.of(settings.problem()).member().apply(settings.member()).space();
    }

    @Override
    public List<Decision> decisions() {
      return space.decisions();
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return space.next(made);
    }

    @Override
    public Optional<BigInteger> count() {
      return space.count();
    }

    @Override
    public Architecture sampleUniformly(RandomGenerator random) {
      return space.sampleUniformly(random);
    }
  }

  /** An evaluator that measures the reward visible after each epoch. */
  @Description("A problem with a known optimum.")
  static final class Formula implements Evaluator {
    private final EpochsProblem problem;

    @Inject
    Formula(Settings settings) {
      this.problem = Family.of(settings.problem()).problem(settings.member());
    }

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      Architecture architecture = trial.proposal().architecture();
      List<Measurement> measured =
          IntStream.rangeClosed(1, trial.proposal().fidelity().epochs())
              .mapToObj(
                  epoch ->
                      new Measurement(
                          epoch,
                          Map.of(
                              Measurement.VALIDATION_ACCURACY,
                              problem.reward(architecture, epoch))))
              .toList();
      return new Outcome.Completed(measured, Account.empty());
    }
  }

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(ComponentKind.SEARCH_SPACE, TYPE, Space.class, SpaceSettings.class);
    registry.component(ComponentKind.EVALUATOR, TYPE, Formula.class, Settings.class);
  }
}
