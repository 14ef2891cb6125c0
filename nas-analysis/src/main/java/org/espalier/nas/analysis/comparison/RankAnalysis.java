package org.espalier.nas.analysis.comparison;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.inference.Friedman;
import org.espalier.nas.analysis.inference.Nemenyi;
import org.jspecify.annotations.Nullable;

/** Ranks of all arms within each problem or, for a single problem, within each seed. */
final class RankAnalysis {

  private static final int FEWEST_ARMS = 3;
  private static final int FEWEST_BLOCKS = 2;

  private final List<String> arms;
  private final double alpha;

  RankAnalysis(List<String> arms, double alpha) {
    this.arms = List.copyOf(arms);
    this.alpha = alpha;
  }

  @Nullable Ranks of(List<ProblemSearches> problems) {
    if (arms.size() < FEWEST_ARMS || problems.isEmpty()) {
      return null;
    }
    boolean several = problems.size() > 1;
    double[][] blocks = several ? means(problems) : seeds(problems.get(0));
    if (blocks.length < FEWEST_BLOCKS) {
      return null;
    }
    return ranks(blocks, several ? Ranks.Blocks.PROBLEMS : Ranks.Blocks.SEEDS);
  }

  private Ranks ranks(double[][] blocks, Ranks.Blocks kind) {
    Friedman friedman = Friedman.of(blocks);
    Nemenyi nemenyi = new Nemenyi(friedman);
    List<Integer> order =
        IntStream.range(0, arms.size())
            .boxed()
            .sorted(Comparator.comparingDouble(friedman.meanRanks()::get))
            .toList();
    Map<String, Double> meanRanks = new LinkedHashMap<>();
    order.forEach(arm -> meanRanks.put(arms.get(arm), friedman.meanRanks().get(arm)));
    // Pairs are tested only if the test of all arms is significant.
    List<List<Integer>> groups = friedman.p() > alpha ? List.of(order) : nemenyi.groups(alpha);
    return new Ranks(
        kind,
        friedman.blocks(),
        friedman.statistic(),
        friedman.p(),
        meanRanks,
        nemenyi.criticalDifference(alpha),
        groups.stream().map(group -> group.stream().map(arms::get).toList()).toList());
  }

  /** Returns the mean scores on each problem that all arms have. */
  private double[][] means(List<ProblemSearches> problems) {
    return problems.stream()
        .filter(problem -> problem.byArm().size() == arms.size())
        .map(
            problem ->
                problem
                    .resolution()
                    .merge(arms.stream().mapToDouble(arm -> mean(problem.searches(arm))).toArray()))
        .toArray(double[][]::new);
  }

  private static double mean(List<ScoredSearch> searches) {
    return searches.stream().mapToDouble(ScoredSearch::score).average().orElseThrow();
  }

  /** Returns the scores with each seed that all arms have. */
  private double[][] seeds(ProblemSearches problem) {
    List<Map<Long, Double>> scores = arms.stream().map(problem::scores).toList();
    Set<Long> common = new LinkedHashSet<>(scores.get(0).keySet());
    scores.forEach(ofArm -> common.retainAll(ofArm.keySet()));
    return common.stream()
        .map(seed -> scores.stream().mapToDouble(ofArm -> ofArm.getOrDefault(seed, 0.0)).toArray())
        .toArray(double[][]::new);
  }
}
