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

/** Ranks of all arms over the problems or, of one problem, over the seeds. */
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
    return ranks(blocks, blocks.length + (several ? " problems" : " seeds"));
  }

  private Ranks ranks(double[][] blocks, String words) {
    Friedman friedman = Friedman.of(blocks);
    Nemenyi nemenyi = new Nemenyi(friedman);
    List<Integer> order =
        IntStream.range(0, arms.size())
            .boxed()
            .sorted(Comparator.comparingDouble(friedman.meanRanks()::get))
            .toList();
    Map<String, Double> meanRanks = new LinkedHashMap<>();
    order.forEach(arm -> meanRanks.put(arms.get(arm), friedman.meanRanks().get(arm)));
    // Pairs are looked at only after the test of all arms together has found any difference.
    List<List<Integer>> groups = friedman.p() > alpha ? List.of(order) : nemenyi.groups(alpha);
    return new Ranks(
        words,
        friedman.blocks(),
        friedman.statistic(),
        friedman.p(),
        meanRanks,
        nemenyi.criticalDifference(alpha),
        groups.stream().map(group -> group.stream().map(arms::get).toList()).toList());
  }

  /** The mean scores on each problem that all arms have. */
  private double[][] means(List<ProblemSearches> problems) {
    return problems.stream()
        .filter(problem -> problem.byArm().size() == arms.size())
        .map(
            problem ->
                problem
                    .resolution()
                    .round(arms.stream().mapToDouble(arm -> mean(problem.searches(arm))).toArray()))
        .toArray(double[][]::new);
  }

  private static double mean(List<Scored> searches) {
    return searches.stream().mapToDouble(Scored::score).average().orElseThrow();
  }

  /** The scores with each seed that all arms have. */
  private double[][] seeds(ProblemSearches problem) {
    List<Map<Long, Double>> scores = arms.stream().map(problem::scores).toList();
    Set<Long> common = new LinkedHashSet<>(scores.get(0).keySet());
    scores.forEach(ofArm -> common.retainAll(ofArm.keySet()));
    return common.stream()
        .map(
            seed ->
                problem
                    .resolution()
                    .round(
                        scores.stream()
                            .mapToDouble(ofArm -> ofArm.getOrDefault(seed, 0.0))
                            .toArray()))
        .toArray(double[][]::new);
  }
}
