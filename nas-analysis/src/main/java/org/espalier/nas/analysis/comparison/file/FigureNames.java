package org.espalier.nas.analysis.comparison.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.figure.BoxesFigure;
import org.espalier.nas.analysis.comparison.figure.CostFigure;
import org.espalier.nas.analysis.comparison.figure.CostFigure.Cost;
import org.espalier.nas.analysis.comparison.figure.CurvesFigure;
import org.espalier.nas.analysis.comparison.figure.Layout;
import org.espalier.nas.analysis.comparison.figure.PairsFigure;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.figure.RanksFigure;
import org.espalier.nas.analysis.drawing.Drawing;

/** All figures of a comparison by the names of their files, without endings. */
final class FigureNames {

  private static final int LONGEST = 60;

  private FigureNames() {}

  static Map<String, Drawing> of(ComparisonResults results) {
    Map<String, Drawing> figures = new LinkedHashMap<>();
    List<ProblemView> problems = ProblemView.of(results);
    for (ProblemView problem : problems) {
      String end = problems.size() == 1 ? "" : "-" + (problem.index() + 1) + word(problem);
      add(figures, "curves" + end, CurvesFigure.ofScores(problem, Layout.WIDE));
      add(figures, "regret" + end, CurvesFigure.ofRegrets(problem, Layout.WIDE));
      add(figures, "distribution" + end, BoxesFigure.of(problem, Layout.WIDE));
      add(figures, "pairs" + end, PairsFigure.of(problem));
      for (Cost cost : Cost.values()) {
        Optional<Drawing> drawing = CostFigure.of(problem, cost, Layout.WIDE);
        add(figures, "cost-" + cost.label() + end, drawing);
      }
    }
    Ranks ranks = results.ranks();
    if (ranks != null) {
      figures.put("ranks", RanksFigure.of(ranks, Layout.WIDE));
    }
    return figures;
  }

  private static void add(Map<String, Drawing> figures, String name, Optional<Drawing> drawing) {
    drawing.ifPresent(figure -> figures.put(name, figure));
  }

  /** The problem's name as every file system takes it. */
  private static String word(ProblemView problem) {
    String word =
        problem
            .problem()
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return word.isEmpty() ? "" : "-" + word.substring(0, Math.min(LONGEST, word.length()));
  }
}
