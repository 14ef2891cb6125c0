package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.TimeToTarget;
import org.espalier.nas.analysis.comparison.CostUnit;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.figure.ScoreFormat;
import org.espalier.nas.analysis.comparison.page.DataTable.Cell;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;
import org.jspecify.annotations.Nullable;

/** All arms with what they came to, the best first. */
final class RankingSection implements Section {

  @Override
  public String id() {
    return "ranking";
  }

  @Override
  public String title() {
    return "Ranking";
  }

  @Override
  public void write(View view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      if (problem.arms().isEmpty()) {
        markup.leaf("p", "No search of this problem has ended.", "class", "nothing");
        continue;
      }
      markup.leaf("p", about(problem), "class", "note above");
      table(problem).writeTo(markup);
    }
    Double target = view.results().comparison().protocol().target();
    String cost = CostUnit.of(view.results().comparison().problems());
    String note =
        "Below a number stands its "
            + view.confidence()
            + " bootstrap interval. The best of each column is bold; whether it is better than the"
            + " next, the pairwise tests say. IQM is the interquartile mean. Area is the mean"
            + " score of the incumbent over the budget. Cumulative regret adds up what the"
            + " architectures tried fall short of the optimum, each times its cost in "
            + cost
            + ": one that costs a tenth counts a tenth. Failed searches count with the lowest"
            + " score that any search had.";
    markup.leaf(
        "p",
        target == null
            ? note
            : note
                + " To target: the median cost, in "
                + cost
                + ", until a score of "
                + Figures.significant(target)
                + " was reached.",
        "class",
        "note");
  }

  private static String about(ProblemView view) {
    ProblemRecord problem = view.problem();
    ScoreFormat text = view.text();
    String about = "Scores are " + text.title() + ".";
    if (problem.judged() != null) {
      about += " " + problem.judged();
    }
    if (problem.optimum() != null) {
      about += " The best that there is: " + text.full(problem.optimum()) + ".";
    } else {
      about += " The best that there is, is not known, hence no regret.";
    }
    if (problem.noise() != null) {
      about +=
          " One measurement deviates from the score by "
              + text.score(problem.noise())
              + text.points()
              + " (standard deviation).";
    }
    return about;
  }

  private static DataTable table(ProblemView view) {
    DataTable table =
        new DataTable()
            .words("arm")
            .numbers("median", "mean", "IQM", "regret", "cumulative regret", "area");
    table.numbers("to target", "epochs", "seconds", "seeds", "failed");
    boolean anyFailed = view.arms().stream().anyMatch(arm -> arm.failed() > 0);
    for (ArmResult arm : view.arms()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(arm.arm()));
      cells.add(score(view, arm, ArmResult::median));
      cells.add(score(view, arm, ArmResult::mean));
      cells.add(score(view, arm, ArmResult::iqm));
      cells.add(regret(view, arm, ArmResult::simpleRegret));
      cells.add(regret(view, arm, ArmResult::cumulativeRegret));
      cells.add(score(view, arm, ArmResult::area));
      cells.add(target(view, arm));
      cells.add(cost(view, arm, ArmResult::epochs));
      cells.add(cost(view, arm, ArmResult::seconds));
      cells.add(Cell.of(Figures.whole((long) arm.outcomes().size())));
      cells.add(anyFailed ? Cell.of(Figures.whole((long) arm.failed())) : Cell.absent());
      table.row(cells);
    }
    return table;
  }

  private static Cell score(ProblemView view, ArmResult arm, Function<ArmResult, Estimate> of) {
    Estimate estimate = of.apply(arm);
    double best =
        view.arms().stream().mapToDouble(a -> of.apply(a).value()).max().orElse(Double.NaN);
    return new Cell(
        view.text().score(estimate.value()),
        Double.isFinite(estimate.low()) ? view.text().interval(estimate) : "",
        estimate.value() == best);
  }

  private static Cell regret(
      ProblemView view, ArmResult arm, Function<ArmResult, @Nullable Estimate> of) {
    Estimate estimate = of.apply(arm);
    if (estimate == null) {
      return Cell.absent();
    }
    double best = Double.POSITIVE_INFINITY;
    for (ArmResult other : view.arms()) {
      Estimate value = of.apply(other);
      best = value == null ? best : Math.min(best, value.value());
    }
    ScoreFormat text = view.text().forValuesAround(estimate.value());
    return new Cell(
        text.score(estimate.value()), text.interval(estimate), estimate.value() == best);
  }

  private static Cell target(ProblemView view, ArmResult arm) {
    TimeToTarget target = arm.target();
    if (target == null) {
      return Cell.absent();
    }
    double best = Double.POSITIVE_INFINITY;
    for (ArmResult other : view.arms()) {
      TimeToTarget time = other.target();
      best = time == null ? best : Math.min(best, time.median());
    }
    boolean reached = Double.isFinite(target.median());
    return new Cell(
        reached ? Figures.fixed(target.median(), 1) : "not by half",
        target.reached() + " of " + target.of(),
        reached && target.median() == best);
  }

  private static Cell cost(ProblemView view, ArmResult arm, ToDoubleFunction<ArmResult> of) {
    boolean any = view.arms().stream().anyMatch(a -> of.applyAsDouble(a) > 0);
    double cost = of.applyAsDouble(arm);
    if (!any || !Double.isFinite(cost)) {
      return Cell.absent();
    }
    return Cell.of(cost >= 100 ? Figures.whole(cost) : Figures.fixed(cost, 1));
  }
}
