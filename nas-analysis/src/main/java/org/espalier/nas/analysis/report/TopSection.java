package org.espalier.nas.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.plot.MetricText;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.trial.TrialResult;

/** The best trials. */
final class TopSection implements ReportSection {

  private static final int COUNT = 10;

  @Override
  public String id() {
    return "top";
  }

  @Override
  public String title() {
    return "Best architectures";
  }

  @Override
  public boolean applies(RunReport run) {
    return !run.history().several();
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    List<TrialResult> top = Ranking.of(run.history()).top(COUNT);
    if (top.isEmpty()) {
      page.nothing("No trial has a reward.");
      return;
    }
    MetricText metric = new MetricText(run.metric());
    page.paragraph("Ranked by reward: " + run.reward() + ".");
    ObjectiveCells objectives = new ObjectiveCells(run.history());
    CardTable table =
        new CardTable().numbers("rank").numbers("trial").code("architecture").numbers("reward");
    objectives.addTo(table);
    table
        .numbers("predicted reward")
        .numbers(metric.name())
        .numbers("parameters")
        .numbers("FLOPs")
        .numbers("inherited weights")
        .words("ended");
    boolean continued =
        top.stream().anyMatch(result -> result.trial().proposal().continuedTrial() != null);
    if (continued) {
      table.numbers("continues trial").numbers("epochs trained");
    }
    for (int i = 0; i < top.size(); i++) {
      TrialResult result = top.get(i);
      List<String> cells = new ArrayList<>(List.of(Integer.toString(i + 1)));
      cells.add(Integer.toString(result.trial().number()));
      cells.add(result.trial().proposal().architecture().summary());
      cells.add(NumberFormat.fixed(result.reward().orElseThrow(), 4));
      cells.addAll(objectives.of(result));
      cells.add(fixed(result.trial().proposal().predictedReward()));
      cells.addAll(FactCells.of(result, metric, objectives));
      if (continued) {
        Integer parent = result.trial().proposal().continuedTrial();
        cells.add(parent == null ? CardTable.ABSENT : Integer.toString(parent));
        cells.add(NumberFormat.whole((double) result.trainedEpochs()));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.writeTo(page.markup());
    page.markup()
        .leaf(
            "p",
            "The best of many noisy measurements is optimistic. Retrain the architecture and"
                + " measure it on data that the search has not seen.",
            "class",
            "note");
    BestNetworks.write(run.subjects(), top, page.markup());
  }

  private static String fixed(OptionalDouble value) {
    return value.isPresent() ? NumberFormat.fixed(value.getAsDouble(), 4) : CardTable.ABSENT;
  }
}
