package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.CostUnit;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.figure.AnytimeCurvesFigure;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.markup.Markup;

/** The scores of the incumbents as a function of cost. */
final class CurvesSection implements ComparisonSection {

  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String title() {
    return "Anytime curves";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    writeLegend(view, markup);
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      if (AnytimeCurvesFigure.ofScores(problem, FigureLayout.WIDE).isEmpty()) {
        markup.leaf("p", "No search of this problem has an incumbent.", "class", "nothing");
        continue;
      }
      new FigureWriter(markup)
          .choice(
              "scale-" + problem.index(),
              "score",
              layout -> AnytimeCurvesFigure.ofScores(problem, layout).orElseThrow(),
              "regret",
              layout -> AnytimeCurvesFigure.ofRegrets(problem, layout),
              view.once(problem, caption(view)));
    }
  }

  /** Returns the meaning of the bands and of the cost. */
  static String caption(PageModel view) {
    String caption =
        "Mean over the seeds that have an incumbent; bands are "
            + view.confidence()
            + " confidence intervals."
            + inTrials(view)
            + inSeconds(view);
    if (view.problems().stream().anyMatch(p -> p.problem().optimum() != null)) {
      caption +=
          " The dotted line is the optimum if it lies within the axes; a regret of zero lies below"
              + " the logarithmic axis.";
    }
    return caption;
  }

  private static String inTrials(PageModel view) {
    List<Integer> epochs =
        view.problems().stream()
            .map(ProblemView::problem)
            .filter(problem -> problem.costUnit() == CostUnit.TRIALS)
            .map(ProblemRecord::fullEpochs)
            .distinct()
            .toList();
    return epochs.isEmpty()
        ? ""
        : " Cost counts epochs as trials of full fidelity ("
            + epochs.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + (epochs.equals(List.of(1)) ? " epoch)." : " epochs).");
  }

  private static String inSeconds(PageModel view) {
    return view.problems().stream().anyMatch(p -> p.problem().costUnit() == CostUnit.SECONDS)
        ? " Cost in seconds is the charged training time of trials, not the time that the"
            + " comparison took."
        : "";
  }

  /** Writes the arms with their lines, and checkboxes for scripts. */
  private static void writeLegend(PageModel view, Markup markup) {
    List<String> names = view.problems().isEmpty() ? List.of() : view.problems().get(0).names();
    markup.open("fieldset", "class", "arms").leaf("legend", "Arms shown here and under cost");
    for (int i = 0; i < names.size(); i++) {
      markup.open("label", "data-legend", Integer.toString(i));
      markup.empty("input", "type", "checkbox", "checked", "checked", "value", Integer.toString(i));
      SvgWriter.writeInPage(markup, swatch(names.get(i), i));
      markup.leaf("span", names.get(i)).close();
    }
    markup.open("span", "class", "buttons");
    markup.leaf("button", "all", "type", "button", "data-show", "all");
    markup.leaf("button", "none", "type", "button", "data-show", "none");
    markup.close().close();
  }

  private static Drawing swatch(String name, int arm) {
    return new Drawing(
        "Line of " + name,
        30,
        10,
        Map.of("width", "30", "height", "10"),
        List.of(Shape.Polyline.between(1, 5, 29, 5, Stroke.ofSeries(arm, 3))));
  }
}
