package org.espalier.nas.dashboard.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.statistics.Agreement;
import org.espalier.nas.analysis.statistics.AgreementOverTime;
import org.espalier.nas.engine.store.StoredStudy;
import org.jspecify.annotations.Nullable;

/** Predicted and measured rewards, and their agreement during the search. */
final class PredictionView {

  private PredictionView() {}

  static Map<String, Object> tree(StoredStudy study) {
    AgreementOverTime agreement = AgreementOverTime.of(study.history());
    Agreement overall = agreement.overall();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("window", AgreementOverTime.WINDOW);
    tree.put("kendall", value(overall.kendall()));
    tree.put("error", value(overall.meanAbsoluteError()));
    tree.put(
        "pairs",
        agreement.pairs().stream()
            .map(pair -> List.of(pair.real(), pair.predicted(), pair.trial()))
            .toList());
    List<List<@Nullable Object>> course = new ArrayList<>();
    for (AgreementOverTime.Point point : agreement.points()) {
      course.add(
          Arrays.asList(
              point.trial(),
              value(point.sinceStart().kendall()),
              value(point.recent().kendall()),
              value(point.sinceStart().meanAbsoluteError()),
              value(point.recent().meanAbsoluteError())));
    }
    tree.put("course", course);
    return tree;
  }

  private static @Nullable Double value(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
