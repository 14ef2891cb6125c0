package org.espalier.nas.cli.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.analysis.metric.ObjectiveText;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.run.ShownMetric;

/**
 * Columns of the values by which trials are compared: the reward, the stated objectives, or the
 * reward that a scalarisation makes and the objectives.
 */
public final class ObjectiveColumns {
  private static final String ABSENT = "\u2013";

  private final List<ObjectiveText> objectives;
  private final boolean rewarded;

  /** Creates the columns of a study. */
  public ObjectiveColumns(StudyHistory history) {
    this.objectives = ObjectiveText.of(history.objectives(), history.results());
    this.rewarded =
        history.objectives().isEmpty() || (history.objectives().size() > 1 && !history.several());
  }

  /** Returns the headings. */
  public List<String> titles() {
    List<String> titles = new ArrayList<>();
    if (rewarded) {
      titles.add("reward");
    }
    objectives.forEach(text -> titles.add(ShownMetric.title(text.objective().title())));
    return titles;
  }

  /** Returns the cells of a trial, with dashes for missing values. */
  public List<String> cells(TrialResult result) {
    List<String> cells = new ArrayList<>();
    if (rewarded) {
      cells.add(TrialTable.decimals(result.value()));
    }
    for (int i = 0; i < objectives.size(); i++) {
      cells.add(
          i < result.objectives().size()
              ? number(objectives.get(i), result.objectives().get(i))
              : ABSENT);
    }
    return cells;
  }

  /** Returns dashes in place of the values of an unfinished trial. */
  public List<String> absent() {
    return Collections.nCopies(titles().size(), ABSENT);
  }

  /** Returns true if a column shows this quantity. */
  public boolean shows(String quantity) {
    return objectives.stream().anyMatch(text -> text.objective().name().equals(quantity));
  }

  /** Returns the values of a trial in words, without a reward: {@code accuracy 0.93, size 3}. */
  public String words(TrialResult result) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < result.objectives().size() && i < objectives.size(); i++) {
      ObjectiveText text = objectives.get(i);
      String unit = text.objective().unit().isEmpty() ? "" : " " + text.objective().unit();
      words.add(
          ShownMetric.title(text.objective().name())
              + " "
              + number(text, result.objectives().get(i))
              + unit);
    }
    return String.join(", ", words);
  }

  private static String number(ObjectiveText text, double value) {
    return text.whole()
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : TrialTable.decimals(value);
  }

  /** Returns the directions of objectives in words: {@code highest accuracy, lowest size}. */
  public static String directions(List<Objective> objectives) {
    return String.join(", ", objectives.stream().map(TrialFront::extreme).toList());
  }
}
