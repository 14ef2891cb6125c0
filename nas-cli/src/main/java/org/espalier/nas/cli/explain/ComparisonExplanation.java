package org.espalier.nas.cli.explain;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.experiment.comparison.ComparisonPlan;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.text.ShownPath;

/**
 * The plan of a comparison, as text and as a tree.
 *
 * @param plan the plan
 */
public record ComparisonExplanation(ComparisonPlan plan) {

  /**
   * Returns the plan as text.
   *
   * @param width maximum number of characters of a line
   */
  public String text(int width) {
    Comparison comparison = plan.located().comparison();
    SearchCosts costs = new SearchCosts(plan);
    TextTable facts = new TextTable(LEFT, LEFT);
    facts.row("comparison", comparison.name());
    String description = comparison.description();
    if (description != null) {
      facts.row("", description);
    }
    facts.row("seeds", seeds(comparison));
    facts.row("budget", costs.budget());
    facts.row("searches", searches() + costs.toRun());
    judged().forEach(sentences -> facts.row("scores", sentences));
    facts.row("tests", new PairsToTest(plan).text());
    facts.row("ranks", ranks());
    facts.row("intervals", intervals(comparison));
    Double target = comparison.target();
    if (target != null) {
      facts.row("target", target + " (the cost to reach it is reported)");
    }
    facts.row("results", ShownPath.of(plan.folder()).toString());
    AlternativeTables tables = new AlternativeTables(plan);
    return facts.fitting(width)
        + "\nProblems:\n"
        + tables.problems().fitting(width)
        + "\nArms:\n"
        + tables.arms().fitting(width);
  }

  private String seeds(Comparison comparison) {
    List<Long> seeds = comparison.seedList();
    String last = seeds.size() == 1 ? "" : " to " + seeds.get(seeds.size() - 1);
    boolean fewer = plan.searches().stream().anyMatch(arm -> arm.all() < seeds.size());
    String luck =
        comparison.commonRandomNumbers()
            ? "; for each seed, an architecture has the same training seed in all arms"
            : "; each trial has its own training seed";
    return seeds.get(0)
        + last
        + (fewer ? ", fewer for some arms" : ", the same for all arms")
        + luck;
  }

  private String searches() {
    String begun = plan.begun() == 0 ? "" : String.format(Locale.ROOT, ", %,d begun", plan.begun());
    return String.format(
        Locale.ROOT, "%,d: %,d stored%s", plan.located().searches(), plan.stored(), begun);
  }

  private List<String> judged() {
    return plan.problems().stream()
        .flatMap(problem -> Optional.ofNullable(problem.judged()).stream())
        .distinct()
        .toList();
  }

  private String ranks() {
    int problems = plan.problems().size();
    return "all arms by Friedman's test and Nemenyi's critical difference, over "
        + (problems == 1 ? "the seeds common to all arms" : problems + " problems");
  }

  private static String intervals(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%s %%, from %,d bootstrap resamples",
        number(100 * comparison.confidence()),
        comparison.resamples());
  }

  /** Formats a number with at most four decimals. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%,.4f", value).replaceAll("\\.?0+$", "");
  }

  /** Returns the plan as a tree, for JSON. */
  public Map<String, Object> tree() {
    Comparison comparison = plan.located().comparison();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("comparison", comparison.name());
    List<Long> seeds = comparison.seedList();
    tree.put("firstSeed", seeds.get(0));
    tree.put("seeds", seeds.size());
    AlternativeTables tables = new AlternativeTables(plan);
    tree.put("problems", tables.problemTree());
    tree.put("arms", tables.armTree());
    tree.put("budget", new SearchCosts(plan).budgets());
    Map<String, Object> tests = new LinkedHashMap<>();
    tests.put("pairs", plan.pairs().stream().map(ComparisonExplanation::pair).toList());
    tests.put("alpha", comparison.alpha());
    tests.put("seedsNeeded", new PairsToTest(plan).fewestSeeds());
    tree.put("tests", tests);
    Map<String, Object> searches = new LinkedHashMap<>();
    searches.put("all", plan.located().searches());
    searches.put("stored", plan.stored());
    searches.put("begun", plan.begun());
    tree.put("searches", searches);
    tree.put("folder", plan.folder().toString());
    return tree;
  }

  private static List<String> pair(Protocol.Pair pair) {
    return List.of(pair.first(), pair.second());
  }
}
