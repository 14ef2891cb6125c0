package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.TimeToTarget;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.page.DataTable.Cell;
import org.espalier.nas.analysis.comparison.text.ScoreFormat;
import org.espalier.nas.analysis.comparison.text.Sentences;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.jspecify.annotations.Nullable;

/** The results of all arms, the best first. */
final class RankingSection implements ComparisonSection {

  @Override
  public String id() {
    return "ranking";
  }

  @Override
  public String title() {
    return "Ranking";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      if (problem.arms().isEmpty()) {
        markup.leaf("p", "No search of this problem has finished.", "class", "nothing");
        continue;
      }
      markup.leaf("p", about(problem), "class", "note above");
      table(problem).writeTo(markup);
    }
    markup.leaf("p", note(view), "class", "note");
  }

  /** Returns the meaning of the columns. */
  static String note(PageModel view) {
    Double target = view.results().comparison().protocol().target();
    String cost = Sentences.costUnits(view.results().comparison().problems());
    boolean improved =
        view.problems().stream()
            .flatMap(problem -> problem.arms().stream())
            .anyMatch(arm -> arm.relativeImprovement() != null);
    String note =
        "Small numbers are "
            + view.confidence()
            + " bootstrap intervals. The best value of each column is bold; see the pairwise tests"
            + " for significance. IQM is the interquartile mean. Area is the mean score of the"
            + " incumbent over the budget. Cumulative regret is the sum over the trials of regret"
            + " times cost in "
            + cost
            + "."
            + (improved
                ? " RI is the relative improvement over the average architecture in percent (Yang"
                    + " et al. 2020)."
                : "")
            + (view.problems().stream().anyMatch(RankingSection::knowsFront)
                ? " IGD+ is the mean distance of the true front from the points that the search"
                    + " dominates, with the objectives scaled as for the hypervolume (Ishibuchi et"
                    + " al. 2015); less is better."
                : "")
            + " Failed searches count with the lowest score of any search.";
    return target == null
        ? note
        : note
            + " To target: the median cost in "
            + cost
            + " until a score of "
            + NumberFormat.significant(target)
            + ".";
  }

  /** Returns sentences about the scores of a problem. */
  static String about(ProblemView view) {
    ProblemRecord problem = view.problem();
    ScoreFormat text = view.text();
    String about = "Scores are " + text.title() + ".";
    if (problem.judged() != null) {
      about += " " + problem.judged();
    }
    if (problem.optimum() != null) {
      about += " The optimum is " + text.full(problem.optimum()) + ".";
    } else {
      about += " The optimum is unknown, so there is no regret.";
    }
    if (problem.average() != null) {
      about += " A random architecture scores " + text.full(problem.average()) + " on average.";
    }
    if (problem.noise() != null) {
      about +=
          " A single measurement has a standard deviation of "
              + text.score(problem.noise())
              + text.points()
              + ".";
    }
    return about;
  }

  /** Returns the results of the arms on a problem, the best first. */
  static DataTable table(ProblemView view) {
    DataTable table =
        new DataTable()
            .words("arm")
            .numbers("median", "mean", "IQM", "regret", "cumulative regret", "RI", "area");
    table.numbers("IGD+", "to target", "epochs", "seconds", "seeds", "failed");
    boolean anyFailed = view.arms().stream().anyMatch(arm -> arm.failed() > 0);
    for (ArmResult arm : view.arms()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(arm.arm()));
      cells.add(score(view, arm, ArmResult::median));
      cells.add(score(view, arm, ArmResult::mean));
      cells.add(score(view, arm, ArmResult::iqm));
      cells.add(least(view, arm, ArmResult::simpleRegret));
      cells.add(least(view, arm, ArmResult::cumulativeRegret));
      cells.add(improvement(view, arm));
      cells.add(score(view, arm, ArmResult::area));
      cells.add(least(view, arm, ArmResult::frontDistance));
      cells.add(target(view, arm));
      cells.add(cost(view, arm, ArmResult::epochs));
      cells.add(cost(view, arm, ArmResult::seconds));
      cells.add(Cell.of(NumberFormat.whole((long) arm.searches().size())));
      cells.add(anyFailed ? Cell.of(NumberFormat.whole((long) arm.failed())) : Cell.absent());
      table.row(cells);
    }
    return table;
  }

  private static Cell score(ProblemView view, ArmResult arm, Function<ArmResult, Estimate> of) {
    if (arm.allFailed()) {
      return new Cell("failed", "", false);
    }
    Estimate estimate = of.apply(arm);
    double best =
        view.arms().stream().mapToDouble(a -> of.apply(a).value()).max().orElse(Double.NaN);
    return new Cell(
        view.text().score(estimate.value()),
        Double.isFinite(estimate.low()) ? view.text().interval(estimate) : "",
        estimate.value() == best);
  }

  private static boolean knowsFront(ProblemView view) {
    return !view.problem().front().isEmpty();
  }

  /** Returns a number of which the least is the best. */
  private static Cell least(
      ProblemView view, ArmResult arm, Function<ArmResult, @Nullable Estimate> of) {
    Estimate estimate = of.apply(arm);
    if (estimate == null || arm.allFailed()) {
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

  /** Returns the relative improvement over the average architecture, in percent. */
  private static Cell improvement(ProblemView view, ArmResult arm) {
    Estimate estimate = arm.relativeImprovement();
    if (estimate == null || arm.allFailed()) {
      return Cell.absent();
    }
    double best = Double.NEGATIVE_INFINITY;
    for (ArmResult other : view.arms()) {
      Estimate value = other.relativeImprovement();
      best = value == null ? best : Math.max(best, value.value());
    }
    return new Cell(
        percent(estimate.value()),
        percent(estimate.low()) + " to " + percent(estimate.high()),
        estimate.value() == best);
  }

  private static String percent(double value) {
    return NumberFormat.fixed(value, 2);
  }

  private static Cell target(ProblemView view, ArmResult arm) {
    TimeToTarget target = arm.target();
    if (target == null) {
      return Cell.absent();
    }
    double best = Double.POSITIVE_INFINITY;
    for (ArmResult other : view.arms()) {
      TimeToTarget time = other.target();
      best = time == null ? best : Math.min(best, time.medianCost());
    }
    boolean reached = Double.isFinite(target.medianCost());
    return new Cell(
        reached ? NumberFormat.fixed(target.medianCost(), 1) : "not reached",
        target.reached() + " of " + target.searches(),
        reached && target.medianCost() == best);
  }

  private static Cell cost(ProblemView view, ArmResult arm, ToDoubleFunction<ArmResult> of) {
    boolean any = view.arms().stream().anyMatch(a -> of.applyAsDouble(a) > 0);
    double cost = of.applyAsDouble(arm);
    if (!any || !Double.isFinite(cost)) {
      return Cell.absent();
    }
    return Cell.of(cost >= 100 ? NumberFormat.whole(cost) : NumberFormat.fixed(cost, 1));
  }
}
