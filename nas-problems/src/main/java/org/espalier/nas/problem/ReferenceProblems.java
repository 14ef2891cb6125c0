package org.espalier.nas.problem;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;

/** Families of problems with a known optimum; each seed gives another member. */
public final class ReferenceProblems {
  private ReferenceProblems() {}

  /**
   * Returns a hidden architecture: the reward is the share of decisions that are answered as in it.
   *
   * <p>Six decisions of four options, 4,096 architectures; the optimum, 1, is the hidden one.
   */
  public static ReferenceProblem gradedBandit(long seed) {
    return gradedBandit(6, 4, seed);
  }

  /**
   * Returns a hidden architecture of any length: the reward is the share of decisions that are
   * answered as in it.
   *
   * @param decisions the number of decisions, positive
   * @param options the number of options of each, positive
   */
  public static ReferenceProblem gradedBandit(int decisions, int options, long seed) {
    SearchSpace space = categorical(decisions, options);
    Architecture hidden = space.sample(random("testkit.bandit", seed));
    return new ReferenceProblem(
        "graded bandit", space, architecture -> agreement(architecture, hidden), 1);
  }

  private static double agreement(Architecture architecture, Architecture hidden) {
    long equal =
        IntStream.range(0, hidden.size())
            .filter(i -> architecture.choices().get(i).equals(hidden.choices().get(i)))
            .count();
    return (double) equal / hidden.size();
  }

  /**
   * Returns a rugged landscape (Kauffman &amp; Levin 1987): each decision contributes the value in
   * a random table for its answer and those of the two decisions after it.
   *
   * <p>N = 10 decisions of three options, K = 2; the optimum is that of all 59,049 architectures.
   */
  public static ReferenceProblem nkLandscape(long seed) {
    NkLandscape landscape = NkLandscape.draw(10, 2, 3, random("testkit.nk", seed));
    return new ReferenceProblem(
        "NK landscape",
        categorical(10, 3),
        architecture ->
            landscape.fitness(
                architecture.choices().stream()
                    .mapToInt(choice -> ((Choice.Option) choice).index())
                    .toArray()),
        landscape.optimum());
  }

  /** Returns Branin's function, negated: {@link RealFunction#branin}. */
  public static ReferenceProblem branin(long seed) {
    return RealFunction.branin().plain(seed);
  }

  /**
   * Returns a hidden point of four real numbers in [0, 1]: the reward is 1 less the mean distance
   * of the coordinates; the optimum is 1.
   */
  public static ReferenceProblem hiddenPoint(long seed) {
    SearchSpace space =
        new VectorSpace(
            IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new Decision("x" + i, new RealRange(0, 1, Scale.LINEAR)))
                .toList());
    Architecture hidden = space.sample(random("testkit.point", seed));
    return new ReferenceProblem(
        "hidden point",
        space,
        architecture ->
            1
                - IntStream.range(0, hidden.size())
                    .mapToDouble(i -> Math.abs(real(architecture, i) - real(hidden, i)))
                    .average()
                    .orElseThrow(),
        1);
  }

  private static double real(Architecture architecture, int index) {
    return ((Choice.Real) architecture.choices().get(index)).value();
  }

  private static SearchSpace categorical(int decisions, int options) {
    Categorical domain =
        Categorical.of(IntStream.range(0, options).mapToObj(i -> "option" + i).toList());
    return new VectorSpace(
        IntStream.rangeClosed(1, decisions)
            .mapToObj(i -> new Decision("decision " + i, domain))
            .toList());
  }

  private static RandomGenerator random(String purpose, long seed) {
    return new RandomStreams(seed).stream(purpose, 0);
  }
}
