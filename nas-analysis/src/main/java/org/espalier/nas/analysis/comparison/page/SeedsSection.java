package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.SearchResult;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Markup;

/** The table of all searches: a row for each seed, a column for each arm. */
final class SeedsSection implements ComparisonSection {

  private static final int FEW_SEEDS = 12;

  @Override
  public String id() {
    return "seeds";
  }

  @Override
  public String title() {
    return "All searches";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      Map<Long, List<SearchResult>> bySeed = bySeed(problem);
      if (bySeed.isEmpty()) {
        markup.leaf("p", "No search of this problem has finished.", "class", "nothing");
        continue;
      }
      if (bySeed.size() <= FEW_SEEDS) {
        markup.open("details", "open", "open");
      } else {
        markup.open("details");
      }
      markup.leaf(
          "summary",
          "Final scores of " + bySeed.size() + (bySeed.size() == 1 ? " seed" : " seeds"));
      writeTable(problem, bySeed, markup);
      markup.close();
      writeFailures(problem, markup);
    }
    markup.leaf(
        "p",
        "Scores link to the runs that were kept. The best score of each seed is bold."
            + (spreads(view)
                ? " With ± the standard deviation over the folds of the cross-validation."
                : ""),
        "class",
        "note");
  }

  private static boolean spreads(PageModel view) {
    return view.problems().stream()
        .flatMap(problem -> problem.arms().stream())
        .flatMap(arm -> arm.searches().stream())
        .anyMatch(result -> result.spread() != null);
  }

  /** Returns the searches of each seed, in the order of the arms. */
  private static Map<Long, List<SearchResult>> bySeed(ProblemView problem) {
    Map<Long, List<SearchResult>> bySeed = new TreeMap<>();
    for (ArmResult arm : problem.arms()) {
      for (SearchResult result : arm.searches()) {
        bySeed.computeIfAbsent(result.seed(), seed -> new ArrayList<>()).add(result);
      }
    }
    return bySeed;
  }

  private static void writeTable(
      ProblemView problem, Map<Long, List<SearchResult>> bySeed, Markup markup) {
    markup.open("div", "class", "scroll tall").open("table", "class", "seeds").open("thead");
    markup.open("tr").leaf("th", "seed", "scope", "col");
    for (ArmResult arm : problem.arms()) {
      markup.leaf("th", arm.arm(), "scope", "col");
    }
    markup.close().close().open("tbody");
    for (long seed : bySeed.keySet()) {
      double best =
          bySeed.getOrDefault(seed, List.of()).stream()
              .mapToDouble(SearchResult::score)
              .max()
              .orElse(Double.NaN);
      markup.open("tr").leaf("th", Long.toString(seed), "scope", "row");
      for (ArmResult arm : problem.arms()) {
        arm.searches().stream()
            .filter(result -> result.seed() == seed)
            .findFirst()
            .ifPresentOrElse(
                result -> writeCell(problem, result, best, markup),
                () -> markup.leaf("td", DataTable.ABSENT));
      }
      markup.close();
    }
    markup.close().close().close();
  }

  private static void writeCell(
      ProblemView problem, SearchResult result, double best, Markup markup) {
    String failure = result.failure();
    Double spread = result.spread();
    String score =
        problem.text().score(result.score())
            + (spread == null ? "" : " \u00b1 " + problem.text().score(spread));
    if (failure != null) {
      markup.open("td", "class", "failed", "data-tip", failure);
    } else if (result.score() == best) {
      markup.open("td", "class", "best");
    } else {
      markup.open("td");
    }
    String link = result.link();
    if (link != null && isRelative(link)) {
      markup.leaf("a", score, "href", link);
    } else {
      markup.text(score);
    }
    if (failure != null) {
      markup.text(" failed");
    }
    markup.close();
  }

  /** Returns true if the link has neither scheme nor host. */
  static boolean isRelative(String link) {
    int colon = link.indexOf(':');
    int slash = link.indexOf('/');
    return !link.startsWith("/")
        && !link.startsWith("\\")
        && (colon < 0 || (slash >= 0 && slash < colon));
  }

  private static void writeFailures(ProblemView problem, Markup markup) {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (ArmResult arm : problem.arms()) {
      for (SearchResult result : arm.searches()) {
        String failure = result.failure();
        if (failure != null) {
          byReason
              .computeIfAbsent(failure, reason -> new ArrayList<>())
              .add(arm.arm() + " with seed " + result.seed());
        }
      }
    }
    if (byReason.isEmpty()) {
      return;
    }
    markup.leaf("h4", "Failed searches").open("ul", "class", "failures");
    byReason.forEach(
        (reason, searches) ->
            markup
                .open("li")
                .text(String.join(", ", searches) + ": ")
                .leaf("span", reason, "class", "reason")
                .close());
    markup.close();
  }
}
