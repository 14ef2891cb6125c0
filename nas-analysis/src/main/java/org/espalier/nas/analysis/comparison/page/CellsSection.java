package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.cell.CellFigure;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.SearchResult;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.api.space.CellGraph;

/** The cells that the best search of each arm found. */
final class CellsSection implements ComparisonSection {
  private static final String NOTE =
      "For each arm, the cells of the architecture that its best search ended with; arms with equal"
          + " cells share a drawing. The best of several seeds is optimistic; the ranking compares"
          + " all of them.";

  @Override
  public String id() {
    return "cells";
  }

  @Override
  public String title() {
    return "Best cells";
  }

  @Override
  public boolean applies(PageModel view) {
    return view.results().comparison().searches().stream()
        .anyMatch(search -> !search.cells().isEmpty());
  }

  @Override
  public void write(PageModel view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      Map<Map<String, CellGraph>, List<String>> titles = titles(view, problem);
      if (titles.isEmpty()) {
        continue;
      }
      view.head(problem, markup);
      markup.open("div", "class", "cell-list");
      titles.forEach(
          (cells, arms) -> {
            markup.open("figure").open("h4").text(String.join("; ", arms)).close();
            CellFigure.write(cells, markup);
            markup.close();
          });
      markup.close();
    }
    markup.leaf("p", NOTE, "class", "note");
  }

  /** Returns the titles of each drawing: the arms with their scores, the best first. */
  private static Map<Map<String, CellGraph>, List<String>> titles(
      PageModel view, ProblemView problem) {
    Map<Map<String, CellGraph>, List<String>> titles = new LinkedHashMap<>();
    for (ArmResult arm : problem.arms()) {
      Optional<SearchResult> best =
          arm.searches().stream()
              .filter(search -> search.failure() == null)
              .max(
                  Comparator.comparingDouble(SearchResult::score)
                      .thenComparing(Comparator.comparingLong(SearchResult::seed).reversed()));
      best.flatMap(search -> cells(view, arm, search.seed()))
          .ifPresent(
              cells ->
                  titles
                      .computeIfAbsent(cells, drawn -> new ArrayList<>())
                      .add(
                          "%s: %s (seed %s)"
                              .formatted(
                                  arm.arm(),
                                  problem.text().full(best.orElseThrow().score()),
                                  best.orElseThrow().seed())));
    }
    return titles;
  }

  private static Optional<Map<String, CellGraph>> cells(PageModel view, ArmResult arm, long seed) {
    return view.results().comparison().searches().stream()
        .filter(search -> search.problem().equals(arm.problem()))
        .filter(search -> search.arm().equals(arm.arm()) && search.seed() == seed)
        .map(SearchRecord::cells)
        .filter(cells -> !cells.isEmpty())
        .findFirst();
  }
}
