package org.espalier.nas.analysis.comparison;

import java.util.List;

/** The statistical analysis of a comparison; equal records give equal results. */
public final class ComparisonAnalysis {

  private final ComparisonRecord comparison;
  private final List<ProblemSearches> problems;

  private ComparisonAnalysis(ComparisonRecord comparison) {
    this.comparison = comparison;
    this.problems =
        comparison.problems().stream()
            .map(problem -> ProblemSearches.of(problem, comparison))
            .toList();
  }

  /** Returns the statistics of a comparison. */
  public static ComparisonResults of(ComparisonRecord comparison) {
    return new ComparisonAnalysis(comparison).results();
  }

  private ComparisonResults results() {
    Protocol protocol = comparison.protocol();
    List<ArmResult> arms =
        problems.stream()
            .flatMap(problem -> new ArmAnalysis(problem, protocol).all().stream())
            .toList();
    List<PairResult> pairs =
        problems.stream()
            .flatMap(problem -> new PairAnalysis(problem, protocol).all().stream())
            .toList();
    List<String> names = comparison.arms().stream().map(ArmRecord::name).toList();
    Ranks ranks = new RankAnalysis(names, protocol.alpha()).of(problems);
    return new ComparisonResults(comparison, arms, pairs, ranks);
  }
}
