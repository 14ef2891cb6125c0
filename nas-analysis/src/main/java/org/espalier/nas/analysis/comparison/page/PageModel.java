package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.MeasurementSource;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.text.Sentences;
import org.espalier.nas.analysis.markup.Markup;

/**
 * The content of the page.
 *
 * @param results results of the comparison
 * @param problems results by problem
 */
record PageModel(ComparisonResults results, List<ProblemView> problems) {

  static PageModel of(ComparisonResults results) {
    return new PageModel(results, ProblemView.of(results));
  }

  /** Writes the heading of a problem, unless there is only one. */
  void head(ProblemView problem, Markup markup) {
    if (problems.size() > 1) {
      markup.leaf("h3", problem.problem().name(), "class", "problem");
    }
  }

  /** Returns the caption for the last problem, whose figure carries it for all. */
  String once(ProblemView problem, String caption) {
    return problem.index() == problems.size() - 1 ? caption : "";
  }

  /** Returns true if all measurements have this source. */
  boolean all(MeasurementSource source) {
    return !problems.isEmpty() && names(source).size() == problems.size();
  }

  /** Returns the problems whose measurements have this source. */
  List<String> names(MeasurementSource source) {
    return problems.stream()
        .map(ProblemView::problem)
        .filter(problem -> problem.source() == source)
        .map(ProblemRecord::name)
        .toList();
  }

  /** Returns the confidence level of intervals. */
  String confidence() {
    return Sentences.percent(results.comparison().protocol().confidence());
  }
}
