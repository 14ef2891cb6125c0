package org.espalier.nas.analysis.plot;

import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.TrialResult;

/** Words about members of a front. */
public final class FrontText {
  private FrontText() {}

  /** Returns the names of a trial in the front: {@code knee, lowest parameters}; may be empty. */
  public static String titles(TrialFront front, TrialResult result) {
    String titles = String.join(", ", front.titles(result));
    for (Objective objective : front.objectives()) {
      titles = titles.replace(objective.name(), new DisplayMetric(objective.name()).label());
    }
    return titles;
  }

  /** Returns the relative spread of a measured objective, with a space before it; may be empty. */
  public static String spread(Objective objective, TrialResult result) {
    Double spread = result.outcome().account().figures().get(objective.name() + ".spread");
    return spread == null ? "" : " \u00b1 " + NumberFormat.percent(spread, 1);
  }
}
