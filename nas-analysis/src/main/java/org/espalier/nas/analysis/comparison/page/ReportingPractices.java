package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.comparison.ArmResult.Ended;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.espalier.nas.analysis.markup.Figures;

/** Lindauer and Hutter (2020), section 4: reporting details. */
final class ReportingPractices {

  private final View view;

  ReportingPractices(View view) {
    this.view = view;
  }

  List<Practice> all() {
    ComparisonRecord comparison = view.results().comparison();
    return List.of(
        new Practice(
            12,
            "Report how hyperparameters were tuned.",
            State.BY_HAND,
            "The values are below; how the arms\u2019 own settings were found, and what that cost,"
                + " is not in the record. Say so."),
        new Practice(
            13,
            "Report the resources of the whole method, end to end.",
            State.NOT_MET,
            "Only what the searches train is counted ("
                + spent()
                + "); what the controllers compute, tuning the arms before and retraining their"
                + " winners after is not."),
        Practice.when(
            !comparison.yaml().isBlank() && !comparison.facts().isEmpty(),
            14,
            "Report all details of the set-up.",
            "The comparison\u2019s file with every default, the versions of program and libraries,"
                + " and the machine stand below.",
            "The file or where it ran is missing from the record."));
  }

  private String spent() {
    double seconds = sum(Ended::seconds);
    return Figures.whole(sum(Ended::epochs))
        + " epochs in all"
        + (seconds > 0 ? ", charged " + Figures.whole(seconds) + " seconds" : "");
  }

  private double sum(ToDoubleFunction<Ended> of) {
    return view.results().arms().stream()
        .flatMap(arm -> arm.outcomes().stream())
        .mapToDouble(of)
        .sum();
  }
}
