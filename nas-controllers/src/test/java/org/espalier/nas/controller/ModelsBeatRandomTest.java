package org.espalier.nas.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.statistics.SignedRanks;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.cmaes.CmaEsController;
import org.espalier.nas.controller.cmaes.CmaEsSettings;
import org.espalier.nas.controller.tpe.TpeController;
import org.espalier.nas.controller.tpe.TpeSettings;
import org.espalier.nas.problem.ConditionalProblems;
import org.espalier.nas.problem.RandomSearch;
import org.espalier.nas.problem.RealFunction;
import org.espalier.nas.problem.ReferenceProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Test that the final regret of 100 trials is lower than random search's on every problem: 30
 * paired seeds, the one-sided Wilcoxon signed-rank test on each at 0.01. As all must reject, a
 * controller that is no better on one of them passes with a probability of at most 0.01, and no
 * p-value has to be adjusted.
 */
@Tag("slow")
final class ModelsBeatRandomTest {
  private static final int TRIALS = 100;
  private static final int SEEDS = 30;

  private static List<LongFunction<ReferenceProblem>> everyProblem() {
    List<LongFunction<ReferenceProblem>> problems = new ArrayList<>(realProblems());
    RealFunction.all().forEach(function -> problems.add(function::mixed));
    problems.add(ConditionalProblems::tree);
    problems.add(ConditionalProblems::optimizer);
    return problems;
  }

  private static List<LongFunction<ReferenceProblem>> realProblems() {
    return RealFunction.all().stream()
        .flatMap(
            function ->
                Stream.<LongFunction<ReferenceProblem>>of(function::plain, function::logarithmic))
        .toList();
  }

  @Test
  void parzenEstimatorOfAllDecisionsTogether() {
    assertBetter(everyProblem(), (space, streams) -> tpe(true, space, streams));
  }

  @Test
  void parzenEstimatorOfEachDecision() {
    assertBetter(everyProblem(), (space, streams) -> tpe(false, space, streams));
  }

  @Test
  void covarianceMatrixAdaptation() {
    assertBetter(
        realProblems(),
        (space, streams) ->
            new CmaEsController(
                new CmaEsSettings(0.1667, 0, true), space, streams, Fidelity.epochs(1)));
  }

  private static Controller tpe(boolean multivariate, SearchSpace space, RandomStreams streams) {
    return new TpeController(
        new TpeSettings(10, 24, 0.1, 25, 1, multivariate, true, false, true, 1),
        space,
        streams,
        Fidelity.epochs(1));
  }

  private static void assertBetter(
      List<LongFunction<ReferenceProblem>> problems,
      BiFunction<SearchSpace, RandomStreams, Controller> controller) {
    for (LongFunction<ReferenceProblem> family : problems) {
      double[] gains =
          LongStream.rangeClosed(1, SEEDS)
              .mapToDouble(seed -> gain(family.apply(seed), seed, controller))
              .toArray();
      assertThat(SignedRanks.of(gains).upperTail())
          .as("p-value of beating random search on %s", family.apply(1).name())
          .isLessThanOrEqualTo(0.01);
    }
  }

  private static double gain(
      ReferenceProblem problem,
      long seed,
      BiFunction<SearchSpace, RandomStreams, Controller> controller) {
    List<Architecture> random = RandomSearch.draw(problem.space(), seed, TRIALS);
    List<Architecture> searched =
        new Trials(problem.reward())
            .run(controller.apply(problem.space(), new RandomStreams(seed)), TRIALS)
            .architectures();
    return regret(problem, random) - regret(problem, searched);
  }

  private static double regret(ReferenceProblem problem, List<Architecture> tried) {
    return tried.stream().mapToDouble(problem::regret).min().orElseThrow();
  }
}
