package org.espalier.nas.benchmark.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.espalier.nas.problem.ConditionalProblems;
import org.espalier.nas.problem.EpochsProblem;
import org.espalier.nas.problem.RealFunction;
import org.espalier.nas.problem.ReferenceProblem;

/**
 * A family of problems with its name in tables.
 *
 * @param id the name
 * @param bias the largest amount by which a reward is lower before all epochs are trained
 * @param member the problem of a seed
 */
record Family(String id, double bias, LongFunction<ReferenceProblem> member) {

  /** Number of epochs of full fidelity. */
  static final int EPOCHS = 27;

  /** Returns every family. */
  static List<Family> all() {
    return Stream.concat(
            RealFunction.all().stream().flatMap(Family::variants),
            Stream.of(
                new Family("tree", 0.5, ConditionalProblems::tree),
                new Family("optimizer", 0.5, ConditionalProblems::optimizer)))
        .toList();
  }

  private static Stream<Family> variants(RealFunction function) {
    String id = function.name().toLowerCase(Locale.ROOT).replace("-", "");
    return Stream.of(
        new Family(id, function.spread(), function::plain),
        new Family(id + "-mixed", function.spread(), function::mixed),
        new Family(id + "-log", function.spread(), function::logarithmic));
  }

  /** Returns the family with this name. */
  static Family of(String id) {
    return all().stream()
        .filter(family -> family.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "problem (%s) must be one of %s."
                        .formatted(id, all().stream().map(Family::id).toList())));
  }

  /** Returns the problem of a seed, whose reward emerges over the epochs. */
  EpochsProblem problem(long seed) {
    return new EpochsProblem(member.apply(seed), EPOCHS, bias);
  }
}
