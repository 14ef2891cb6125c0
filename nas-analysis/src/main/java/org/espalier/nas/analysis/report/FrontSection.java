package org.espalier.nas.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.metric.ObjectiveText;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.analysis.plot.FrontPlots;
import org.espalier.nas.analysis.plot.FrontText;
import org.espalier.nas.analysis.plot.MetricText;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;

/** The front of several objectives. */
final class FrontSection implements ReportSection {
  private static final int MOST_ROWS = 40;

  @Override
  public String id() {
    return "front";
  }

  @Override
  public String title() {
    return "Front";
  }

  @Override
  public boolean applies(RunReport run) {
    return run.history().objectives().size() > 1;
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    StudyHistory history = run.history();
    TrialFront front = TrialFront.of(history.objectives(), history.results());
    if (front.isEmpty()) {
      page.nothing("No trial has values of the objectives.");
      return;
    }
    page.paragraph(introduction(run, front));
    writeMeasured(history.objectives(), page);
    writeScatters(history, page);
    FrontPlots.parallel(history)
        .ifPresent(
            parallel ->
                page.figure(
                    "All objectives",
                    List.of(
                        new ReportWriter.LegendEntry("in the front", PaletteColor.BLUE),
                        new ReportWriter.LegendEntry("knee", PaletteColor.VERMILION),
                        new ReportWriter.LegendEntry("dominated trial", PaletteColor.GRID)),
                    parallel::drawing,
                    "One line per trial. The top of each axis is its better end; lines that cross"
                        + " between two axes show that these objectives conflict."));
    writeTable(run, front, page);
    if (history.several()) {
      List<TrialResult> best = Ranking.of(history).top(RunSubjects.MOST_NETWORKS);
      BestNetworks.write(run.subjects(), best, page.markup());
    }
    writeHypervolume(history, page);
  }

  private static String introduction(RunReport run, TrialFront front) {
    String extremes =
        front.objectives().stream().map(FrontSection::extreme).collect(Collectors.joining(", "));
    int trials = run.history().succeeded().size();
    String size =
        front.size() == 1
            ? "One of %s trials dominates all others".formatted(NumberFormat.whole((long) trials))
            : "%d of %s trials are in the front: no other trial is at least as good in every objective and better in one"
                .formatted(front.size(), NumberFormat.whole((long) trials));
    String knee =
        front
            .knee()
            .map(
                member ->
                    " The knee, trial %d, is the member after which a small gain in one objective costs most in the others."
                        .formatted(member.trial().number()))
            .orElse(" The front has no knee: it bends nowhere towards the ideal point.");
    String scalarised =
        run.history().several()
            ? ""
            : " The search maximised one reward (" + run.reward() + "), not the front.";
    return size + " (" + extremes + ")." + (front.size() > 2 ? knee : "") + scalarised;
  }

  private static String extreme(Objective objective) {
    return TrialFront.extreme(objective)
        .replace(objective.name(), new DisplayMetric(objective.name()).label());
  }

  private static String reference(ObjectiveText text) {
    Double reference = Objects.requireNonNull(text.objective().reference());
    return text.name() + " " + text.of(reference);
  }

  private static void writeMeasured(List<Objective> objectives, ReportWriter page) {
    List<String> measured =
        objectives.stream()
            .filter(objective -> !objective.reproducible())
            .map(objective -> new DisplayMetric(objective.name()).label())
            .toList();
    if (!measured.isEmpty()) {
      page.markup()
          .leaf(
              "p",
              "Measured, and so not reproducible by the seed: %s. A resumed or replayed search uses the stored values. The objectives parameters and flops are the same for the same seed."
                  .formatted(String.join(", ", measured)),
              "class",
              "note");
    }
  }

  private static void writeScatters(StudyHistory history, ReportWriter page) {
    List<XyChart> charts = FrontPlots.scatters(history);
    String caption =
        "Each dot is a trial. The region behind the stepped line is dominated by the front."
            + " Lines through a dot are the spread of its measurements, if known.";
    if (charts.size() == 1) {
      page.figure(charts.get(0), ChartSize.HIGH, caption);
      return;
    }
    page.markup().open("div", "class", "columns");
    for (int i = 0; i < charts.size(); i++) {
      page.figure(
          charts.get(i),
          ChartSize.TALL,
          i == 0
              ? "The stepped line is the front of these two objectives alone. A dot of the front of"
                  + " all objectives away from it is better in another objective."
              : "");
    }
    page.markup().close();
  }

  private static void writeTable(RunReport run, TrialFront front, ReportWriter page) {
    MetricText metric = new MetricText(run.metric());
    ObjectiveCells objectives = new ObjectiveCells(run.history());
    CardTable table = new CardTable().numbers("trial").words("position").code("architecture");
    objectives.addTo(table);
    table
        .numbers("reward")
        .numbers(metric.name())
        .numbers("parameters")
        .numbers("FLOPs")
        .numbers("inherited weights")
        .words("ended");
    List<TrialResult> shown = front.selection(MOST_ROWS);
    for (TrialResult member : shown) {
      String titles = FrontText.titles(front, member);
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(member.trial().number()));
      cells.add(titles.isEmpty() ? CardTable.ABSENT : titles);
      cells.add(member.trial().proposal().architecture().summary());
      cells.addAll(objectives.of(member));
      cells.add(
          member.reward().isPresent()
              ? NumberFormat.fixed(member.reward().getAsDouble(), 4)
              : CardTable.ABSENT);
      cells.addAll(FactCells.of(member, metric, objectives));
      table.row(cells.toArray(String[]::new));
    }
    table.writeTo(page.markup());
    String rest =
        shown.size() == front.size()
            ? ""
            : " %d of %d members are shown; nas top lists all."
                .formatted(shown.size(), front.size());
    page.markup()
        .leaf(
            "p",
            "The best of many noisy measurements is optimistic. Retrain the architecture and"
                + " measure it on data that the search has not seen."
                + rest,
            "class",
            "note");
  }

  private static void writeHypervolume(StudyHistory history, ReportWriter page) {
    FrontPlots.hypervolume(history)
        .ifPresent(
            chart ->
                page.figure(
                    chart,
                    ChartSize.BAND,
                    "Size of the region that the trials so far dominate, bounded by the references"
                        + " of the objectives ("
                        + ObjectiveText.of(history.objectives(), history.succeeded()).stream()
                            .map(FrontSection::reference)
                            .collect(Collectors.joining(", "))
                        + "); minimised objectives count relative to theirs. Compare it only between searches with the same references."));
  }
}
