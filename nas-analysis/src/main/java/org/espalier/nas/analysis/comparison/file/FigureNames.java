package org.espalier.nas.analysis.comparison.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.figure.AnytimeCurvesFigure;
import org.espalier.nas.analysis.comparison.figure.AttainmentFigure;
import org.espalier.nas.analysis.comparison.figure.BoxPlotFigure;
import org.espalier.nas.analysis.comparison.figure.CostFigure;
import org.espalier.nas.analysis.comparison.figure.CostFigure.Cost;
import org.espalier.nas.analysis.comparison.figure.CriticalDifferenceFigure;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.figure.PairMatrixFigure;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.drawing.Drawing;

/** The figures of a comparison by file name without extension. */
public final class FigureNames {

  private static final int LONGEST = 60;

  private FigureNames() {}

  /** Returns the figures that the results have. */
  public static Map<String, Drawing> of(ComparisonResults results, FigureLayout layout) {
    Map<String, Drawing> figures = new LinkedHashMap<>();
    List<ProblemView> problems = ProblemView.of(results);
    for (ProblemView problem : problems) {
      String end = problems.size() == 1 ? "" : "-" + (problem.index() + 1) + word(problem);
      add(figures, "curves" + end, AnytimeCurvesFigure.ofScores(problem, layout));
      add(figures, "regret" + end, AnytimeCurvesFigure.ofRegrets(problem, layout));
      add(
          figures,
          "attainment" + end,
          AttainmentFigure.of(problem, results.comparison().searches(), layout, true));
      add(figures, "distribution" + end, BoxPlotFigure.of(problem, layout));
      add(figures, "pairs" + end, PairMatrixFigure.of(problem));
      for (Cost cost : Cost.values()) {
        Optional<Drawing> drawing = CostFigure.of(problem, cost, layout);
        add(figures, "cost-" + cost.label() + end, drawing);
      }
    }
    Ranks ranks = results.ranks();
    if (ranks != null) {
      figures.put("ranks", CriticalDifferenceFigure.of(ranks, layout));
    }
    return figures;
  }

  private static void add(Map<String, Drawing> figures, String name, Optional<Drawing> drawing) {
    drawing.ifPresent(figure -> figures.put(name, figure));
  }

  /** Returns the problem's name, reduced to characters that are safe in file names. */
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
