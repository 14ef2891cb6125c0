package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.espalier.nas.analysis.markup.Figures;
import org.jspecify.annotations.Nullable;

/** On what the numbers of a comparison rest, and what was left out. */
final class Assumptions {

  private static final int FEW_SEEDS = 10;

  private final Protocol protocol;
  private final List<ProblemSearches> problems;
  private final List<ArmResult> arms;
  private final List<PairResult> pairs;
  private final @Nullable Ranks ranks;

  Assumptions(
      Protocol protocol,
      List<ProblemSearches> problems,
      List<ArmResult> arms,
      List<PairResult> pairs,
      @Nullable Ranks ranks) {
    this.protocol = protocol;
    this.problems = List.copyOf(problems);
    this.arms = List.copyOf(arms);
    this.pairs = List.copyOf(pairs);
    this.ranks = ranks;
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    all.add(
        "The score of a search is that of its last incumbent: the trial with the highest reward among those of the highest fidelity.");
    if (problems.stream().anyMatch(Assumptions::isMeasured)) {
      all.add(
          "Where it is not known what an incumbent is really worth, its own reward counts, which is too good: it was chosen for being high.");
    }
    all.add(failures());
    all.add(intervals());
    if (!pairs.isEmpty()) {
      tests(all);
    }
    if (ranks != null) {
      all.add(
          "Friedman's test takes the %s for independent and ranks %s; its probability is that of the chi-squared distribution, which many blocks come close to; groups are those that Nemenyi's critical difference at %s leaves, or all arms if Friedman's test finds no difference."
              .formatted(
                  ranks.blocks(), problems.size() > 1 ? "mean scores" : "final scores", alpha()));
    }
    all.add(costs());
    all.add("All this holds for these problems, spaces and budgets; of others it says nothing.");
    return all;
  }

  private static boolean isMeasured(ProblemSearches problem) {
    return problem
        .all()
        .flatMap(search -> Incumbents.of(search.search().trials()).stream())
        .anyMatch(incumbent -> incumbent.score() == null);
  }

  private String failures() {
    int failed = arms.stream().mapToInt(ArmResult::failed).sum();
    int all = arms.stream().mapToInt(arm -> arm.outcomes().size()).sum();
    return "A search that failed, or in which no trial succeeded, counts from its start with the lowest score that any search of the problem ended with, and never reaches the target; %d of %s did."
        .formatted(failed, Sentences.count(all, "search"));
  }

  private String intervals() {
    int fewest = arms.stream().mapToInt(arm -> arm.outcomes().size()).min().orElse(0);
    return "Intervals are percentiles of %s bootstrap resamples of the seeds (at most 2,000 along curves), each on its own at %s: they are not widened for how many there are%s."
        .formatted(
            Figures.whole(protocol.resamples()),
            Sentences.percent(protocol.confidence()),
            fewest < FEW_SEEDS
                ? ", and are too narrow for arms with fewer than "
                    + FEW_SEEDS
                    + " seeds, of which there are some"
                : "");
  }

  private void tests(List<String> all) {
    all.add(
        "Arms are paired by seed, and seeds taken to be independent of each other. p is that of the two-sided Wilcoxon signed-rank test, without differences of zero, exact up to 50 others; it is adjusted by Holm over the pairs of a problem, so that at %s one of them is wrongly decided in at most that share of comparisons. Several problems are several families."
            .formatted(alpha()));
    all.add(
        "The seeds that would be needed take the observed differences for the true ones, and the other pairs' results as they are.");
    if (pairs.stream().anyMatch(this::isUneven)) {
      IntSummaryStatistics sizes = pairs.stream().mapToInt(PairResult::pairs).summaryStatistics();
      all.add(
          "Seeds that only one arm of a pair has are left out of its test; pairs have %s seeds in common."
              .formatted(
                  sizes.getMin() == sizes.getMax()
                      ? Integer.toString(sizes.getMin())
                      : sizes.getMin() + " to " + sizes.getMax()));
    }
  }

  private boolean isUneven(PairResult pair) {
    return arms.stream()
        .filter(arm -> arm.problem().equals(pair.problem()))
        .filter(arm -> arm.arm().equals(pair.first()) || arm.arm().equals(pair.second()))
        .anyMatch(arm -> arm.outcomes().size() > pair.pairs());
  }

  private String costs() {
    return "Costs are counted in "
        + CostUnit.of(problems.stream().map(ProblemSearches::problem).toList())
        + ". The area under a curve is the mean over the costs up to the most that a search of the problem spent; a search that ended sooner keeps its incumbent, and one that has none yet has the lowest score. Cumulative regret adds up the regrets of trials in proportion to what each cost; a failed trial counts as the worst trial of the problem.";
  }

  private String alpha() {
    return Sentences.number(protocol.alpha());
  }
}
