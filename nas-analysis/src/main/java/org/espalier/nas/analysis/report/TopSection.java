package org.espalier.nas.analysis.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.plot.EndingText;
import org.espalier.nas.analysis.plot.MetricText;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

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
  public void write(RunReport run, ReportWriter page) {
    List<TrialResult> top = Ranking.of(run.history()).top(COUNT);
    if (top.isEmpty()) {
      page.nothing("No trial has a reward.");
      return;
    }
    MetricText metric = new MetricText(run.metric());
    page.paragraph("Ranked by reward: " + run.reward() + ".");
    CardTable table =
        new CardTable()
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
    boolean continued =
        top.stream().anyMatch(result -> result.trial().proposal().continuedTrial() != null);
    if (continued) {
      table.numbers("continues trial").numbers("epochs trained");
    }
    for (int i = 0; i < top.size(); i++) {
      TrialResult result = top.get(i);
      List<String> cells = cells(i + 1, result, metric.of(result));
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
    writeNetworks(run.subjects(), top, page.markup());
  }

  /**
   * Writes cells and network of the best trial, and those of others folded; equal ones once. A
   * network with cells is folded, too.
   */
  private static void writeNetworks(RunSubjects subjects, List<TrialResult> top, Markup markup) {
    if (!subjects.problem().isEmpty()) {
      markup.leaf("p", "Networks are not drawn: " + subjects.problem(), "class", "note");
    }
    Set<Architecture> drawn = new HashSet<>();
    for (TrialResult result : top) {
      int trial = result.trial().number();
      NetworkSpec network = subjects.networks().get(trial);
      if (network != null && drawn.add(result.trial().proposal().architecture())) {
        boolean folded = drawn.size() > 1;
        Map<String, CellGraph> cells = subjects.cells().getOrDefault(trial, Map.of());
        if (!cells.isEmpty()) {
          String title = "Cells of trial " + trial;
          write(title, folded, markup, () -> CellsFigure.write(title, cells, markup));
        }
        if (cells.isEmpty() || !folded) {
          String title = "Network of trial " + trial;
          write(
              title,
              folded || !cells.isEmpty(),
              markup,
              () -> NetworkFigure.write(title, network, markup));
        }
      }
    }
  }

  private static void write(String title, boolean folded, Markup markup, Runnable figure) {
    if (folded) {
      markup.open("details").leaf("summary", title);
      figure.run();
      markup.close();
    } else {
      figure.run();
    }
  }

  private static List<String> cells(int rank, TrialResult result, String value) {
    Map<String, Double> facts = result.outcome().account().facts();
    return new ArrayList<>(
        List.of(
            Integer.toString(rank),
            Integer.toString(result.trial().number()),
            result.trial().proposal().architecture().summary(),
            NumberFormat.fixed(result.reward().orElseThrow(), 4),
            fixed(result.trial().proposal().predictedReward()),
            value,
            facts.containsKey("parameters")
                ? NumberFormat.whole(facts.get("parameters"))
                : CardTable.ABSENT,
            facts.containsKey("flops")
                ? NumberFormat.compact(facts.get("flops"))
                : CardTable.ABSENT,
            inherited(result.outcome().account().cost().inheritedWeights(), facts),
            EndingText.of(result).orElse(CardTable.ABSENT)));
  }

  private static String fixed(OptionalDouble value) {
    return value.isPresent() ? NumberFormat.fixed(value.getAsDouble(), 4) : CardTable.ABSENT;
  }

  private static String inherited(@Nullable Long weights, Map<String, Double> facts) {
    Double parameters = facts.get("parameters");
    if (weights == null) {
      return CardTable.ABSENT;
    }
    return parameters == null || parameters == 0
        ? NumberFormat.whole(weights)
        : NumberFormat.percent(weights / parameters, 0);
  }
}
