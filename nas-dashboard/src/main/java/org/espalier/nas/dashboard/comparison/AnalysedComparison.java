package org.espalier.nas.dashboard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.file.ComparisonIndex;
import org.espalier.nas.analysis.comparison.file.FigureNames;
import org.espalier.nas.analysis.comparison.page.ComparisonPage;
import org.espalier.nas.analysis.comparison.page.ComparisonTables;
import org.espalier.nas.analysis.comparison.text.Assumptions;
import org.espalier.nas.analysis.comparison.text.Verdict;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;

/** A comparison with the statistics of the searches that have ended. */
final class AnalysedComparison {

  private static final String EARLY =
      "Not all planned searches have ended. Looking early is looking early: who stops, or adds seeds,"
          + " because of what is seen here finds differences that are not there more often than the"
          + " p-values say. They hold once all planned seeds are in.";

  private final String version;
  private final ComparisonIndex index;
  private final ComparisonResults results;

  /**
   * Creates the comparison.
   *
   * @param version text that differs when other searches have ended
   */
  AnalysedComparison(String version, ComparisonIndex index, ComparisonResults results) {
    this.version = version;
    this.index = index;
    this.results = results;
  }

  String version() {
    return version;
  }

  /** Returns the statistics, tables and names of figures as maps, lists and single values. */
  Map<String, Object> tree() {
    ComparisonRecord comparison = results.comparison();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", version);
    tree.put("title", comparison.name());
    if (comparison.description() != null) {
      tree.put("description", comparison.description());
    }
    tree.put("file", index.source());
    tree.put("budget", comparison.protocol().budget());
    tree.put("planned", comparison.planned());
    tree.put("ended", comparison.searches().size());
    if (comparison.searches().size() < comparison.planned()) {
      tree.put("early", EARLY);
    }
    tree.put("progress", progress());
    tree.put("verdict", Verdict.of(results));
    tree.put("problems", ComparisonTables.of(results));
    tree.put("figures", figures());
    tree.put("assumptions", Assumptions.of(results));
    tree.put("facts", comparison.facts());
    tree.put("yaml", comparison.yaml());
    return tree;
  }

  /** Returns the planned, ended and failed searches of each arm on each problem. */
  private List<Map<String, Object>> progress() {
    Map<List<String>, Long> planned =
        index.searches().stream()
            .collect(
                Collectors.groupingBy(
                    search -> List.of(search.problem(), search.arm()),
                    LinkedHashMap::new,
                    Collectors.counting()));
    List<Map<String, Object>> rows = new ArrayList<>();
    planned.forEach(
        (names, count) -> {
          List<SearchRecord> ended =
              results.comparison().searches().stream()
                  .filter(search -> names.equals(List.of(search.problem(), search.arm())))
                  .toList();
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("problem", names.get(0));
          row.put("arm", names.get(1));
          row.put("planned", count);
          row.put("ended", ended.size());
          row.put("failed", ended.stream().filter(search -> search.failure() != null).count());
          rows.add(row);
        });
    return rows;
  }

  private List<Map<String, Object>> figures() {
    List<Map<String, Object>> figures = new ArrayList<>();
    FigureNames.of(results, FigureLayout.WIDE)
        .forEach(
            (name, drawing) -> {
              Map<String, Object> figure = new LinkedHashMap<>();
              figure.put("name", name);
              figure.put("description", drawing.description());
              figure.put("width", drawing.width() + 2 * Drawing.MARGIN);
              figure.put("height", drawing.height() + 2 * Drawing.MARGIN);
              figure.put("note", note(name));
              figures.add(figure);
            });
    return figures;
  }

  private String note(String figure) {
    if (figure.equals("ranks")) {
      return ComparisonTables.ranksNote(results);
    }
    return figure.startsWith("curves") ? ComparisonTables.curvesNote(results) : "";
  }

  /** Returns a figure as SVG; empty if there is none of that name. */
  Optional<String> figure(String name, FigureLayout layout) {
    return Optional.ofNullable(FigureNames.of(results, layout).get(name))
        .map(SvgWriter::adaptiveFile);
  }

  /** Returns the whole report, an HTML page. */
  String report() {
    return ComparisonPage.render(results);
  }
}
