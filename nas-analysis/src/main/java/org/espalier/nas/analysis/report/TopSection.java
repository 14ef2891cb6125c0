package org.espalier.nas.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.plot.EndingText;
import org.espalier.nas.analysis.plot.MetricText;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.trial.TrialResult;

/** The best trials. */
final class TopSection implements Section {

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
  public void write(RunRecord run, Page page) {
    List<TrialResult> top = Ranking.of(run).top(COUNT);
    if (top.isEmpty()) {
      page.nothing("No trial has a reward.");
      return;
    }
    MetricText metric = new MetricText(run.objective());
    page.paragraph("Ranked by reward: " + run.objective().reward() + ".");
    Table table =
        new Table()
            .numbers("rank")
            .numbers("trial")
            .code("architecture")
            .numbers("reward")
            .numbers("predicted reward")
            .numbers(metric.name())
            .numbers("parameters")
            .numbers("FLOPs")
            .numbers("inherited weights")
            .words("ended");
    boolean continued = top.stream().anyMatch(result -> result.trial().proposal().parent() != null);
    if (continued) {
      table.numbers("continues trial").numbers("epochs trained");
    }
    for (int i = 0; i < top.size(); i++) {
      TrialResult result = top.get(i);
      List<String> cells = cells(i + 1, result, metric.of(run.objective().valueOf(result)));
      if (continued) {
        Integer parent = result.trial().proposal().parent();
        cells.add(parent == null ? Table.ABSENT : Integer.toString(parent));
        cells.add(Figures.whole((double) result.trainedEpochs()));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.writeTo(page.markup());
    page.markup()
        .leaf(
            "p",
            "The best of many noisy measurements looks better than it is. Retrain it and measure it"
                + " on data that the search has not seen before you trust its number.",
            "class",
            "note");
  }

  private static List<String> cells(int rank, TrialResult result, String value) {
    Map<String, Double> facts = result.outcome().account().facts();
    return new ArrayList<>(
        List.of(
            Integer.toString(rank),
            Integer.toString(result.trial().number()),
            result.trial().proposal().architecture().summary(),
            Figures.fixed(result.reward().orElseThrow(), 4),
            fixed(result.trial().proposal().predictedReward()),
            value,
            facts.containsKey("parameters") ? Figures.whole(facts.get("parameters")) : Table.ABSENT,
            facts.containsKey("flops") ? Figures.compact(facts.get("flops")) : Table.ABSENT,
            inherited(facts),
            EndingText.of(result).orElse(Table.ABSENT)));
  }

  private static String fixed(OptionalDouble value) {
    return value.isPresent() ? Figures.fixed(value.getAsDouble(), 4) : Table.ABSENT;
  }

  private static String inherited(Map<String, Double> facts) {
    Double weights = facts.get("inherited.weights");
    Double parameters = facts.get("parameters");
    if (weights == null) {
      return Table.ABSENT;
    }
    return parameters == null || parameters == 0
        ? Figures.whole(weights)
        : Figures.percent(weights / parameters, 0);
  }
}
