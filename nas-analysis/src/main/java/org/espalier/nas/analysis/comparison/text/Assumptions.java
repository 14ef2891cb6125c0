package org.espalier.nas.analysis.comparison.text;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.Incumbents;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The assumptions and exclusions behind the numbers of a comparison, in sentences. */
public final class Assumptions {

  private static final int FEW_SEEDS = 10;

  private final ComparisonResults results;
  private final ComparisonRecord comparison;
  private final Protocol protocol;

  private Assumptions(ComparisonResults results) {
    this.results = results;
    this.comparison = results.comparison();
    this.protocol = comparison.protocol();
  }

  /** Returns the sentences. */
  public static List<String> of(ComparisonResults results) {
    return new Assumptions(results).sentences();
  }

  private List<String> sentences() {
    List<String> all = new ArrayList<>();
    all.add(
        "The score of a search is the score of its last incumbent, the trial with the highest"
            + " reward at the highest fidelity.");
    if (rewardsCount()) {
      all.add(
          "If the true score of an incumbent is unknown, its own reward counts. That is"
              + " optimistic: the maximum was selected.");
    }
    AddedSeeds.of(comparison).ifPresent(all::add);
    all.add(failures());
    all.add(intervals());
    if (!results.pairs().isEmpty()) {
      tests(all);
    }
    Ranks ranks = results.ranks();
    if (ranks != null) {
      all.add(ranks(ranks));
    }
    all.add(costs());
    all.add("The results hold for these problems, search spaces and budgets only.");
    return all;
  }

  private boolean rewardsCount() {
    return comparison.searches().stream()
        .flatMap(search -> Incumbents.of(search.trials()).stream())
        .anyMatch(incumbent -> incumbent.score() == null);
  }

  private String failures() {
    int failed = results.arms().stream().mapToInt(ArmResult::failed).sum();
    int all = results.arms().stream().mapToInt(arm -> arm.searches().size()).sum();
    return "A search that failed, or in which no trial succeeded, counts with the lowest final score on its problem at any cost and never reaches the target; %d of %s did."
        .formatted(failed, Sentences.count(all, "search"));
  }

  private String intervals() {
    int fewest = results.arms().stream().mapToInt(arm -> arm.searches().size()).min().orElse(0);
    return "Intervals are percentiles of %s bootstrap resamples of the seeds (at most 2,000 for curves, seed %d), each at %s confidence without correction for their number%s."
        .formatted(
            NumberFormat.whole((long) protocol.resamples()),
            protocol.seed(),
            Sentences.percent(protocol.confidence()),
            fewest < FEW_SEEDS
                ? "; those of arms with fewer than " + FEW_SEEDS + " seeds are too narrow"
                : "");
  }

  private void tests(List<String> all) {
    all.add(
        "Arms are paired by seed; seeds are assumed to be independent. p is the p-value of the two-sided Wilcoxon signed-rank test without zero differences, exact for up to 50 others, adjusted by Holm over the pairs of a problem: the probability of any false positive on a problem is at most %s. Problems are separate families."
            .formatted(alpha()));
    all.add(
        "The number of seeds needed assumes that the observed differences are the true ones and"
            + " that the results of the other pairs do not change.");
    if (results.pairs().stream().anyMatch(this::isUneven)) {
      IntSummaryStatistics sizes =
          results.pairs().stream().mapToInt(PairResult::pairs).summaryStatistics();
      all.add(
          "Seeds that only one arm of a pair has are excluded from its test; pairs have %s seeds in common."
              .formatted(
                  sizes.getMin() == sizes.getMax()
                      ? Integer.toString(sizes.getMin())
                      : sizes.getMin() + " to " + sizes.getMax()));
    }
  }

  private boolean isUneven(PairResult pair) {
    return results.arms().stream()
        .filter(arm -> arm.problem().equals(pair.problem()))
        .filter(arm -> arm.arm().equals(pair.first()) || arm.arm().equals(pair.second()))
        .anyMatch(arm -> arm.searches().size() > pair.pairs());
  }

  private String ranks(Ranks ranks) {
    return "Friedman's test assumes that the %s are independent and ranks %s; its p-value is that of the chi-squared distribution, an approximation for many blocks. Groups are arms within Nemenyi's critical difference at %s, or all arms if Friedman's test is not significant."
        .formatted(
            Sentences.blocks(ranks),
            ranks.blocks() == Ranks.Blocks.PROBLEMS ? "mean scores" : "final scores",
            alpha());
  }

  private String costs() {
    return "Costs are counted in "
        + Sentences.costUnits(comparison.problems())
        + ". The area under a curve is the mean up to the largest cost of any search of the"
        + " problem; a search that ended earlier keeps its incumbent, and before the first"
        + " incumbent the lowest score counts. Cumulative regret weights the regret of each trial"
        + " by its cost; a failed trial counts as the worst trial of the problem.";
  }

  private String alpha() {
    return Sentences.number(protocol.alpha());
  }
}
