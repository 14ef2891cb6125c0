package org.espalier.nas.analysis.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.api.trial.TrialResult;

/** The time spent in each phase. */
final class TimeSection implements ReportSection {

  private static final int STRIPES = 6;

  @Override
  public String id() {
    return "time";
  }

  @Override
  public String title() {
    return "Time";
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    writeSavings(run.history().savings(), page);
    Map<String, Duration> phases = phases(run.history().results());
    long total = phases.values().stream().mapToLong(Duration::toNanos).sum();
    if (total == 0) {
      page.nothing("No times were recorded.");
      return;
    }
    Markup markup = page.markup();
    markup.open("figure", "class", "full").open("div", "class", "timebar", "aria-hidden", "true");
    int index = 0;
    for (Map.Entry<String, Duration> phase : phases.entrySet()) {
      double share = (double) phase.getValue().toNanos() / total;
      markup.leaf(
          "span",
          "",
          "class",
          "stripe-" + index++ % STRIPES,
          "style",
          String.format(Locale.ROOT, "width:%.3f%%", share * 100),
          "data-tip",
          phase.getKey() + "\n" + line(phase.getValue(), share));
    }
    markup.close();
    writeTable(markup, phases, total);
    markup
        .leaf(
            "figcaption",
            "Sum over all workers; the run took "
                + NumberFormat.duration(run.elapsed())
                + ". Everything but training and validation is overhead.")
        .close();
  }

  /** Writes the epochs that were not trained; early stopping by evaluators saves none. */
  private static void writeSavings(StoppingSavings savings, ReportWriter page) {
    String of = " of " + Counts.of(savings.trials(), "trial") + " ";
    if (savings.stopped() > 0) {
      page.paragraph(
          "The stopping rule ended "
              + NumberFormat.whole(savings.stopped())
              + of
              + "early and saved "
              + NumberFormat.whole(savings.savedEpochs())
              + " of "
              + Counts.of(savings.epochsWithoutRule(), "epoch")
              + " ("
              + NumberFormat.percent(savings.share(), 0)
              + ").");
    }
    if (savings.endedThemselves() > 0) {
      page.paragraph(
          NumberFormat.whole(savings.endedThemselves())
              + of
              + "were ended by early stopping of the evaluator, "
              + Counts.of(savings.untrainedEpochs(), "epoch")
              + " before their last. These epochs do not count as saved.");
    }
  }

  private static Map<String, Duration> phases(List<TrialResult> results) {
    Map<String, Duration> phases = new LinkedHashMap<>();
    for (Phase phase : List.of(Phase.TRAIN, Phase.VALIDATE, Phase.BUILD, Phase.OTHER)) {
      Duration sum = Duration.ZERO;
      for (TrialResult result : results) {
        sum = sum.plus(result.outcome().account().times().getOrDefault(phase, Duration.ZERO));
      }
      phases.put(label(phase), sum);
    }
    return phases;
  }

  private static String label(Phase phase) {
    return switch (phase) {
      case TRAIN -> "training";
      case VALIDATE -> "validation";
      case BUILD -> "graph building";
      case OTHER -> "other";
    };
  }

  private static void writeTable(Markup markup, Map<String, Duration> phases, long total) {
    markup.open("table", "class", "phases").open("thead").open("tr");
    markup.leaf("th", "phase", "scope", "col");
    markup.leaf("th", "time", "scope", "col", "class", "number");
    markup.leaf("th", "share", "scope", "col", "class", "number").close().close().open("tbody");
    int index = 0;
    for (Map.Entry<String, Duration> phase : phases.entrySet()) {
      String stripe = "swatch swatch-bar stripe-" + index++ % STRIPES;
      double share = (double) phase.getValue().toNanos() / total;
      markup.open("tr").open("th", "scope", "row").leaf("span", "", "class", stripe);
      markup.text(phase.getKey()).close();
      markup.leaf("td", NumberFormat.duration(phase.getValue()), "class", "number");
      markup.leaf("td", NumberFormat.percent(share, 1), "class", "number").close();
    }
    markup.close().close();
  }

  private static String line(Duration time, double share) {
    return NumberFormat.duration(time) + ", " + NumberFormat.percent(share, 1);
  }
}
