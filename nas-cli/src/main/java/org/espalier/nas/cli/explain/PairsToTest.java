package org.espalier.nas.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.inference.SignedRankTest;
import org.espalier.nas.experiment.comparison.ComparisonPlan;
import org.espalier.nas.experiment.file.Comparison;

/** The pairs of arms that a comparison will test, with a warning if there are too few seeds. */
record PairsToTest(ComparisonPlan plan) {

  String text() {
    Comparison comparison = plan.located().comparison();
    List<String> which = new ArrayList<>();
    comparison.pairs().forEach(pair -> which.add(pair.get(0) + " against " + pair.get(1)));
    if (comparison.reference() != null) {
      which.add("every other arm against " + comparison.reference());
    }
    if (which.isEmpty()) {
      which.add("all pairs of arms");
    }
    int count = plan.pairs().size();
    return String.format(
        Locale.ROOT,
        "%s: %s; Wilcoxon signed-rank test, Holm correction at %s%s%s",
        count == 1 ? "1 pair" : count + " pairs",
        String.join(", ", which),
        comparison.alpha(),
        plan.problems().size() == 1 ? "" : " on each problem",
        tooFew());
  }

  private String tooFew() {
    Map<String, Integer> seeds =
        plan.searches().stream()
            .collect(
                Collectors.toMap(
                    searches -> searches.variant().arm(), ComparisonPlan.Searches::all, Math::min));
    int most =
        plan.pairs().stream().mapToInt(pair -> common(pair, seeds)).max().orElse(Integer.MAX_VALUE);
    return fewestSeeds() <= most
        ? ""
        : ". With %s no difference can be significant; at least %d are needed"
            .formatted(most == 1 ? "1 seed" : most + " seeds", fewestSeeds());
  }

  /**
   * Returns the number of common seeds; the seeds of one arm are a prefix of those of the other.
   */
  private static int common(Protocol.Pair pair, Map<String, Integer> seeds) {
    return Math.min(seeds.getOrDefault(pair.first(), 0), seeds.getOrDefault(pair.second(), 0));
  }

  /** Returns the smallest number of seeds with which a difference can be significant. */
  int fewestSeeds() {
    int seeds = 1;
    double alpha = plan.located().comparison().alpha();
    while (SignedRankTest.smallestP(seeds) * plan.pairs().size() > alpha) {
      seeds++;
    }
    return seeds;
  }
}
