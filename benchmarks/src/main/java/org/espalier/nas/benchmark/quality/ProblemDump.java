package org.espalier.nas.benchmark.quality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.problem.EpochsProblem;
import org.espalier.nas.problem.RandomSearch;

/** A dump of architectures of all problems with their rewards, to check another implementation. */
final class ProblemDump {
  private static final int SEEDS = 10;
  private static final int POINTS = 10;
  private static final int FEW_EPOCHS = 3;

  private ProblemDump() {}

  /** Returns the lines of a CSV file, 100 architectures of each family. */
  static List<String> lines() {
    Stream<String> rows =
        Family.all().stream()
            .flatMap(
                family ->
                    LongStream.rangeClosed(1, SEEDS)
                        .boxed()
                        .flatMap(
                            seed -> rows(family.id() + "," + seed, family.problem(seed), seed)));
    return Stream.concat(Stream.of("problem,seed,choices,reward,reward_after_" + FEW_EPOCHS), rows)
        .toList();
  }

  private static Stream<String> rows(String head, EpochsProblem problem, long seed) {
    return RandomSearch.draw(problem.problem().space(), seed, POINTS).stream()
        .map(
            architecture ->
                "%s,%s,%s,%s"
                    .formatted(
                        head,
                        texts(architecture),
                        problem.reward(architecture, Family.EPOCHS),
                        problem.reward(architecture, FEW_EPOCHS)));
  }

  private static String texts(Architecture architecture) {
    return architecture.choices().stream().map(Choice::text).collect(Collectors.joining(" "));
  }
}
