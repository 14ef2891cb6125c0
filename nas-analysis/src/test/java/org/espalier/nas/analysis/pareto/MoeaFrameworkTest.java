package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.objective.CrowdingDistance;
import org.espalier.nas.api.objective.Hypervolume;
import org.espalier.nas.api.objective.InvertedGenerationalDistancePlus;
import org.espalier.nas.api.objective.NonDominatedSorting;
import org.espalier.nas.api.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.moeaframework.core.FastNondominatedSorting;
import org.moeaframework.core.NondominatedPopulation;
import org.moeaframework.core.Population;
import org.moeaframework.core.Problem;
import org.moeaframework.core.Solution;
import org.moeaframework.core.attribute.Rank;
import org.moeaframework.core.indicator.Normalizer;
import org.moeaframework.core.indicator.PISAHypervolume;
import org.moeaframework.core.indicator.WFGHypervolume;
import org.moeaframework.problem.AbstractProblem;

/**
 * Comparison with the MOEA framework on 1,000 random sets of two to five objectives, three quarters
 * of them with ties and duplicates.
 */
class MoeaFrameworkTest {
  private static final int SETS = 1000;
  private static final double ROUNDING = 1e-12;

  @Test
  void ranksAreEqual() {
    for (int number = 0; number < SETS; number++) {
      List<double[]> points = points(number, 30);
      Population population = new Population();
      points.forEach(point -> population.add(solution(point)));
      new FastNondominatedSorting().evaluate(population);
      assertThat(NonDominatedSorting.of(points).ranks())
          .as("set %d", number)
          .isEqualTo(ranks(population));
    }
  }

  @Test
  void ranksByConstrainedDominationAreEqual() {
    for (int number = 0; number < SETS; number++) {
      List<double[]> points = points(number, 30);
      RandomGenerator random = new RandomStreams(4).stream("violations", number);
      double[] violations =
          random.ints(points.size(), -3, 3).mapToDouble(v -> Math.max(v, 0)).toArray();
      Population population = new Population();
      for (int i = 0; i < violations.length; i++) {
        Solution solution = new Solution(0, points.get(i).length, 1);
        solution.setObjectives(points.get(i));
        solution.setConstraint(0, violations[i]);
        population.add(solution);
      }
      new FastNondominatedSorting().evaluate(population);
      assertThat(NonDominatedSorting.of(points, violations).ranks())
          .as("set %d", number)
          .isEqualTo(ranks(population));
    }
  }

  /** Theirs break ties by the order of the points: they get them in lexicographic order. */
  @Test
  void crowdingDistancesAreEqual() {
    for (int number = 0; number < SETS; number++) {
      List<double[]> points = points(number, 30);
      for (List<Integer> indices : NonDominatedSorting.of(points).fronts()) {
        List<double[]> front = indices.stream().map(points::get).sorted(Arrays::compare).toList();
        Population population = new Population();
        front.forEach(point -> population.add(solution(point)));
        List<Solution> solutions =
            IntStream.range(0, front.size()).mapToObj(population::get).toList();
        new FastNondominatedSorting().updateCrowdingDistance(population);
        double[] distances = solutions.stream().mapToDouble(MoeaFrameworkTest::distance).toArray();
        assertThat(CrowdingDistance.of(front))
            .as("set %d", number)
            .containsExactly(distances, within(ROUNDING));
      }
    }
  }

  @Test
  void hypervolumesAreEqual() {
    for (int number = 0; number < SETS; number++) {
      List<double[]> points = points(number, 14);
      int objectives = objectives(number);
      double[] reference = DoubleStream.generate(() -> 1).limit(objectives).toArray();
      double pisa =
          new PISAHypervolume(problem(objectives), Normalizer.none()).evaluate(front(points));
      double wfg = new WFGHypervolume(problem(objectives), reference).evaluate(front(points));
      assertThat(Hypervolume.of(points, reference))
          .as("set %d", number)
          .isCloseTo(pisa, within(ROUNDING))
          .isCloseTo(wfg, within(ROUNDING));
    }
  }

  @Test
  void distancesToATrueFrontAreEqual() {
    for (int number = 0; number < SETS; number++) {
      List<double[]> points = points(number, 30);
      NondominatedPopulation front = front(points(number + 4 * SETS, 30));
      List<double[]> targets =
          IntStream.range(0, front.size()).mapToObj(i -> front.get(i).getObjectives()).toList();
      double distance =
          new org.moeaframework.core.indicator.InvertedGenerationalDistancePlus(
                  problem(objectives(number)), front, Normalizer.none())
              .evaluate(front(points));
      assertThat(InvertedGenerationalDistancePlus.of(points, targets))
          .as("set %d", number)
          .isCloseTo(distance, within(ROUNDING));
    }
  }

  private static int[] ranks(Population population) {
    return IntStream.range(0, population.size())
        .map(i -> Rank.getAttribute(population.get(i)))
        .toArray();
  }

  private static double distance(Solution solution) {
    return org.moeaframework.core.attribute.CrowdingDistance.getAttribute(solution);
  }

  private static int objectives(int number) {
    return 2 + number % 4;
  }

  /** Points in [0, 1.1), a quarter of the sets continuous, the others on grids of 2 to 9 values. */
  private static List<double[]> points(int number, int most) {
    RandomGenerator random = new RandomStreams(4).stream("points", number);
    boolean continuous = number / 4 % 4 == 0;
    int values = 2 + random.nextInt(8);
    return Stream.generate(
            () ->
                DoubleStream.generate(
                        () ->
                            continuous
                                ? 1.1 * random.nextDouble()
                                : (double) random.nextInt(values + 1) / values)
                    .limit(objectives(number))
                    .toArray())
        .limit(1 + random.nextInt(most))
        .toList();
  }

  private static Solution solution(double[] point) {
    Solution solution = new Solution(0, point.length);
    solution.setObjectives(point);
    return solution;
  }

  private static NondominatedPopulation front(List<double[]> points) {
    return new NondominatedPopulation(points.stream().map(MoeaFrameworkTest::solution).toList());
  }

  private static Problem problem(int objectives) {
    return new AbstractProblem(0, objectives) {
      @Override
      public void evaluate(Solution solution) {}

      @Override
      public Solution newSolution() {
        return new Solution(0, objectives);
      }
    };
  }
}
