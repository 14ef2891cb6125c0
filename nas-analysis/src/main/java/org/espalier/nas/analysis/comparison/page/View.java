package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.Answers;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Markup;

/**
 * What the page shows.
 *
 * @param results everything
 * @param problems the same by problem
 */
record View(ComparisonResults results, List<ProblemView> problems) {

  static View of(ComparisonResults results) {
    return new View(results, ProblemView.of(results));
  }

  /** The heading of what is shown of one problem, unless there is only one. */
  void head(ProblemView problem, Markup markup) {
    if (problems.size() > 1) {
      markup.leaf("h3", problem.problem().name(), "class", "problem");
    }
  }

  /** What is said below the figure of the last problem for those of all. */
  String once(ProblemView problem, String caption) {
    return problem.index() == problems.size() - 1 ? caption : "";
  }

  /** Whether the measurements of all problems come from there. */
  boolean all(Answers answers) {
    return !problems.isEmpty() && names(answers).size() == problems.size();
  }

  /** The problems whose measurements come from there. */
  List<String> names(Answers answers) {
    return problems.stream()
        .map(ProblemView::problem)
        .filter(problem -> problem.answers() == answers)
        .map(ProblemRecord::name)
        .toList();
  }

  /** The confidence of intervals in words. */
  String confidence() {
    double percent = results.comparison().protocol().confidence() * 100;
    long whole = Math.round(percent);
    return (Math.abs(percent - whole) < 1e-9 ? Long.toString(whole) : Double.toString(percent))
        + "\u00a0%";
  }
}
