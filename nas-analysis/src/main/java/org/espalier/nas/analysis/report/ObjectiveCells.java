package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.metric.ObjectiveText;
import org.espalier.nas.analysis.plot.FrontText;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;

/** Columns of a table for the objectives of a run; none if the reward is the only one. */
final class ObjectiveCells {
  private final List<ObjectiveText> texts;

  ObjectiveCells(StudyHistory history) {
    this.texts = ObjectiveText.of(history.objectives(), history.succeeded());
  }

  void addTo(CardTable table) {
    for (ObjectiveText text : texts) {
      Objective objective = text.objective();
      String unit = objective.unit().isEmpty() ? "" : " (" + objective.unit() + ")";
      table.numbers(text.name() + unit + (objective.reproducible() ? "" : ", measured"));
    }
  }

  List<String> of(TrialResult result) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i ->
                texts.get(i).number(result.objectives().get(i))
                    + FrontText.spread(texts.get(i).objective(), result))
        .toList();
  }

  boolean shows(String quantity) {
    return texts.stream().anyMatch(text -> text.objective().name().equals(quantity));
  }
}
