package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.text.Verdict;
import org.espalier.nas.cli.console.Decimals;
import org.espalier.nas.cli.console.Paint;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;

/**
 * The results of a comparison, for a terminal.
 *
 * @param results the results
 */
public record ComparisonText(ComparisonResults results) {
  private static final String IMPROVEMENT = "RI %";
  private static final String FRONT_DISTANCE = "IGD+";

  /**
   * Returns a table for each problem, and the verdict.
   *
   * @param width maximum number of characters of a line of the verdict
   */
  public String text(Paint paint, int width) {
    StringBuilder text = new StringBuilder();
    for (ProblemRecord problem : results.comparison().problems()) {
      List<ArmResult> arms =
          results.arms().stream().filter(arm -> arm.problem().equals(problem.name())).toList();
      if (!arms.isEmpty()) {
        text.append(paint.heading(title(problem))).append('\n');
        text.append(table(problem, arms));
        String judged = problem.judged();
        if (judged != null) {
          text.append(String.join("\n", Words.wrap("Scores: " + judged, width))).append('\n');
        }
        text.append('\n');
      }
    }
    text.append(paint.heading("Verdict")).append('\n');
    for (String sentence : Verdict.of(results)) {
      List<String> lines = Words.wrap(sentence, width - 2);
      text.append("- ").append(String.join("\n  ", lines)).append('\n');
    }
    return text.toString();
  }

  private String title(ProblemRecord problem) {
    String name = results.comparison().problems().size() == 1 ? "" : problem.name() + ": ";
    return name + problem.metric() + " of the best found, " + problem.space();
  }

  private String table(ProblemRecord problem, List<ArmResult> arms) {
    boolean regret = arms.stream().allMatch(arm -> arm.simpleRegret() != null);
    boolean improvement = arms.stream().allMatch(arm -> arm.relativeImprovement() != null);
    boolean target = arms.stream().allMatch(arm -> arm.target() != null);
    boolean failed = arms.stream().anyMatch(arm -> arm.failed() > 0);
    boolean timed = arms.stream().anyMatch(arm -> arm.seconds() > 0);
    List<String> titles = new ArrayList<>(List.of("#", "arm", "seeds"));
    if (failed) {
      titles.add("failed");
    }
    titles.addAll(List.of("median", "mean", interval(), "IQM"));
    if (regret) {
      titles.add("regret");
    }
    if (improvement) {
      titles.add(IMPROVEMENT);
    }
    titles.add("area");
    if (arms.stream().allMatch(arm -> arm.frontDistance() != null)) {
      titles.add(FRONT_DISTANCE);
    }
    if (target) {
      titles.addAll(List.of("reached", "after"));
    }
    titles.add("epochs");
    if (timed) {
      titles.add("seconds");
    }
    TextTable.Align[] aligns = new TextTable.Align[titles.size()];
    Arrays.fill(aligns, RIGHT);
    aligns[1] = LEFT;
    TextTable table = new TextTable(aligns);
    table.row(titles.toArray(String[]::new));
    int digits = digits(arms);
    for (int i = 0; i < arms.size(); i++) {
      table.row(cells(i + 1, arms.get(i), digits, titles).toArray(String[]::new));
    }
    return table + known(problem, digits);
  }

  private static List<String> cells(int place, ArmResult arm, int digits, List<String> titles) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(place));
    cells.add(arm.arm());
    cells.add(Integer.toString(arm.searches().size()));
    if (titles.contains("failed")) {
      cells.add(Integer.toString(arm.failed()));
    }
    cells.addAll(scores(arm, digits, titles));
    ArmResult.TimeToTarget target = arm.target();
    if (titles.contains("reached") && target != null) {
      cells.add(target.reached() + "/" + target.searches());
      cells.add(
          Double.isInfinite(target.medianCost())
              ? "\u2013"
              : String.format(Locale.ROOT, "%.1f", target.medianCost()));
    }
    cells.add(String.format(Locale.ROOT, "%,.0f", arm.epochs()));
    if (titles.contains("seconds")) {
      cells.add(String.format(Locale.ROOT, "%,.1f", arm.seconds()));
    }
    return cells;
  }

  /** Returns the cells about scores; an arm whose searches all failed has none of its own. */
  private static List<String> scores(ArmResult arm, int digits, List<String> titles) {
    List<String> cells = new ArrayList<>();
    cells.add(number(arm.median().value(), digits));
    cells.add(number(arm.mean().value(), digits));
    cells.add(number(arm.mean().low(), digits) + " to " + number(arm.mean().high(), digits));
    cells.add(number(arm.iqm().value(), digits));
    Estimate regret = arm.simpleRegret();
    if (titles.contains("regret") && regret != null) {
      cells.add(number(regret.value(), digits));
    }
    Estimate improvement = arm.relativeImprovement();
    if (titles.contains(IMPROVEMENT) && improvement != null) {
      cells.add(number(improvement.value(), 2));
    }
    cells.add(number(arm.area().value(), digits));
    Estimate distance = arm.frontDistance();
    if (titles.contains(FRONT_DISTANCE) && distance != null) {
      cells.add(number(distance.value(), digits));
    }
    if (arm.allFailed()) {
      Collections.fill(cells, "\u2013");
      cells.set(0, "failed");
    }
    return cells;
  }

  private String interval() {
    return String.format(
        Locale.ROOT, "%.0f %% interval", 100 * results.comparison().protocol().confidence());
  }

  private static String known(ProblemRecord problem, int digits) {
    Double optimum = problem.optimum();
    Double noise = problem.noise();
    String best = optimum == null ? "" : "optimum " + number(optimum, digits);
    String spread =
        noise == null || noise == 0
            ? ""
            : "standard deviation of one training " + number(noise, digits);
    Double average = problem.average();
    String random = average == null ? "" : "average architecture " + number(average, digits);
    String all =
        List.of(best, random, spread).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "" : all + "\n";
  }

  /** Returns the number of decimals, depending on the size of the scores. */
  private static int digits(List<ArmResult> arms) {
    double largest = arms.stream().mapToDouble(arm -> Math.abs(arm.mean().value())).max().orElse(1);
    return largest >= 100 ? 2 : largest >= 10 ? 3 : 4;
  }

  /** Returns a value with so many decimals, unless it is too large or too small for these. */
  private static String number(double value, int digits) {
    String scientific = Decimals.of(value);
    return scientific.contains("e")
        ? scientific
        : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
