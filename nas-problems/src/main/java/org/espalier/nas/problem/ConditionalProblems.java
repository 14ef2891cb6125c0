package org.espalier.nas.problem;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.random.SplitMix64;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * Families of problems with a known optimum in which some decisions are asked only after certain
 * answers to others. A seed shifts the best values of reals, by output i, from 0, of SplitMix64
 * from that seed, its upper 53 bits as a fraction u<sub>i</sub>.
 */
public final class ConditionalProblems {
  private static final double MOMENTUM = 0.9;

  private ConditionalProblems() {}

  /**
   * Returns the tree of Jenatton, Archambeau, González &amp; Seeger (2017, section 5.1), negated.
   *
   * <p>{@code x1} decides if {@code x2} or {@code x3} is asked, and that selects one of the reals
   * {@code x4} to {@code x7} in [−1, 1]; either branch of {@code x1} has a real of its own, {@code
   * r8} or {@code r9} in [0, 1]. The value of leaf i, from 0, is (x − c<sub>i</sub>)² + 0.1 (i + 1)
   * + r. In the paper all c are 0; here c<sub>i</sub> = u<sub>i</sub> − 0.5. The minimum is 0.1.
   */
  public static ReferenceProblem tree(long seed) {
    Categorical fork = Categorical.of(List.of("0", "1"));
    RealRange leaf = new RealRange(-1, 1, Scale.LINEAR);
    RealRange shared = new RealRange(0, 1, Scale.LINEAR);
    return new ReferenceProblem(
        "tree",
        ConditionalSpace.of(
            new ConditionalDecision("x1", fork, Map.of()),
            new ConditionalDecision("x2", fork, Map.of("x1", "0")),
            new ConditionalDecision("x3", fork, Map.of("x1", "1")),
            new ConditionalDecision("x4", leaf, Map.of("x1", "0", "x2", "0")),
            new ConditionalDecision("x5", leaf, Map.of("x1", "0", "x2", "1")),
            new ConditionalDecision("x6", leaf, Map.of("x1", "1", "x3", "0")),
            new ConditionalDecision("x7", leaf, Map.of("x1", "1", "x3", "1")),
            new ConditionalDecision("r8", shared, Map.of("x1", "0")),
            new ConditionalDecision("r9", shared, Map.of("x1", "1"))),
        architecture -> -leafValue(architecture, new SplitMix64(seed)),
        -0.1);
  }

  /** Returns the answers at the minimum of {@link #tree}. */
  static Map<String, String> bestOfTree(long seed) {
    double leaf = new SplitMix64(seed).unit(0) - 0.5;
    return Map.of("x1", "0", "x2", "0", "x4", Double.toString(leaf), "r8", "0");
  }

  /**
   * Returns the value of an architecture, which has four choices: two forks, a leaf, a number of
   * the branch.
   */
  private static double leafValue(Architecture architecture, SplitMix64 random) {
    int leaf = architecture.choices().get(2).decision().charAt(1) - '4';
    double apart = real(architecture.choices().get(2)) - (random.unit(leaf) - 0.5);
    return apart * apart + 0.1 * (leaf + 1) + real(architecture.choices().get(3));
  }

  /**
   * Returns a problem that resembles the tuning of an optimizer: {@code optimizer} is sgd, adam or
   * rmsprop; {@code learning_rate} from 1e-5 to 1 on a logarithmic scale, {@code dropout} in [0,
   * 0.8] and {@code layers} from 1 to 6 are always asked, {@code momentum} in [0, 0.99] only for
   * sgd and {@code beta} in [0.5, 0.999] only for adam.
   *
   * <p>With r = log<sub>10</sub> of the learning rate, the value is the sum of
   *
   * <ul>
   *   <li>sgd: 0.1 + 0.1 (r − log<sub>10</sub>(1 − momentum) − u<sub>0</sub> + 1.5)² + 0.2
   *       (momentum − 0.9)²: what counts is the step that momentum makes longer;
   *   <li>adam: 0.25 + 0.1 (r + 3.5 − u<sub>1</sub>)² + (beta − 0.9)²;
   *   <li>rmsprop: 0.35 + 0.1 (r + 3.5 − u<sub>2</sub>)²;
   *   <li>all: 0.5 (dropout − 0.2 − 0.4 u<sub>3</sub>)² + 0.02 (layers − 4)².
   * </ul>
   *
   * <p>The minimum is 0.1, with sgd.
   */
  public static ReferenceProblem optimizer(long seed) {
    return new ReferenceProblem(
        "optimizer",
        ConditionalSpace.of(
            new ConditionalDecision(
                "optimizer", Categorical.of(List.of("sgd", "adam", "rmsprop")), Map.of()),
            new ConditionalDecision("learning_rate", new RealRange(1e-5, 1, Scale.LOG), Map.of()),
            new ConditionalDecision(
                "momentum", new RealRange(0, 0.99, Scale.LINEAR), Map.of("optimizer", "sgd")),
            new ConditionalDecision(
                "beta", new RealRange(0.5, 0.999, Scale.LINEAR), Map.of("optimizer", "adam")),
            new ConditionalDecision("dropout", new RealRange(0, 0.8, Scale.LINEAR), Map.of()),
            new ConditionalDecision("layers", new IntegerRange(1, 6, 1, Scale.LINEAR), Map.of())),
        architecture -> -loss(architecture, new SplitMix64(seed)),
        -0.1);
  }

  /** Returns the answers at the minimum of {@link #optimizer}. */
  static Map<String, String> bestOfOptimizer(long seed) {
    SplitMix64 random = new SplitMix64(seed);
    double rate = StrictMath.pow(10, StrictMath.log10(1 - MOMENTUM) + random.unit(0) - 1.5);
    return Map.of(
        "optimizer", "sgd",
        "learning_rate", Double.toString(rate),
        "momentum", Double.toString(MOMENTUM),
        "dropout", Double.toString(0.2 + 0.4 * random.unit(3)),
        "layers", "4");
  }

  private static double loss(Architecture architecture, SplitMix64 random) {
    ToDoubleFunction<String> number = name -> real(architecture.choice(name).orElseThrow());
    double dropout = number.applyAsDouble("dropout") - 0.2 - 0.4 * random.unit(3);
    double layers = ((Choice.Whole) architecture.choice("layers").orElseThrow()).value() - 4.0;
    double rest = 0.5 * dropout * dropout + 0.02 * layers * layers;
    double rate = StrictMath.log10(number.applyAsDouble("learning_rate"));
    return switch (architecture.choices().get(0).text()) {
      case "sgd" -> sgd(rate, number.applyAsDouble("momentum"), random.unit(0)) + rest;
      case "adam" -> adam(rate, number.applyAsDouble("beta"), random.unit(1)) + rest;
      default -> 0.35 + 0.1 * square(rate + 3.5 - random.unit(2)) + rest;
    };
  }

  private static double sgd(double rate, double momentum, double shift) {
    double step = rate - StrictMath.log10(1 - momentum) - shift + 1.5;
    return 0.1 + 0.1 * square(step) + 0.2 * square(momentum - MOMENTUM);
  }

  private static double adam(double rate, double beta, double shift) {
    return 0.25 + 0.1 * square(rate + 3.5 - shift) + square(beta - 0.9);
  }

  private static double square(double number) {
    return number * number;
  }

  private static double real(Choice choice) {
    return ((Choice.Real) choice).value();
  }
}
