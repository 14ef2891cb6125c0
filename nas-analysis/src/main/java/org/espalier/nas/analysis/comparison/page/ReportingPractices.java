package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.comparison.ArmResult.SearchResult;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.espalier.nas.analysis.markup.NumberFormat;

/** Lindauer and Hutter (2020), section 4: reporting details. */
final class ReportingPractices {

  private final PageModel view;

  ReportingPractices(PageModel view) {
    this.view = view;
  }

  List<Practice> all() {
    ComparisonRecord comparison = view.results().comparison();
    return List.of(
        new Practice(
            12,
            "Report how hyperparameters were tuned.",
            State.BY_HAND,
            "The values are below; the record does not show the tuning of the arms and its cost."
                + " Report it."),
        new Practice(
            13,
            "Report the resources of the entire method.",
            State.NOT_MET,
            "Only the training of the searches is counted ("
                + spent()
                + "), not the computing time of controllers, tuning of the arms or retraining of"
                + " the winners."),
        Practice.when(
            !comparison.yaml().isBlank() && !comparison.facts().isEmpty(),
            14,
            "Report all details of the experimental setup.",
            "The comparison file with all defaults, the versions of program and libraries, and the"
                + " machine are below.",
            "The record lacks the file or the provenance."));
  }

  private String spent() {
    double seconds = sum(SearchResult::seconds);
    return NumberFormat.whole(sum(SearchResult::epochs))
        + " epochs in total"
        + (seconds > 0 ? ", charged " + NumberFormat.whole(seconds) + " seconds" : "");
  }

  private double sum(ToDoubleFunction<SearchResult> of) {
    return view.results().arms().stream()
        .flatMap(arm -> arm.searches().stream())
        .mapToDouble(of)
        .sum();
  }
}
