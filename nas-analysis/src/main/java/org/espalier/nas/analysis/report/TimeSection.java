package org.espalier.nas.analysis.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.api.trial.StoppingSavings;

/** Where the time went. */
final class TimeSection implements Section {

  private static final int STRIPES = 6;

  @Override
  public String id() {
    return "time";
  }

  @Override
  public String title() {
    return "Where the time went";
  }

  @Override
  public void write(RunRecord run, Page page) {
    writeSavings(run.savings(), page);
    Map<String, Duration> phases = run.times().phases();
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
            "Summed over all workers, so that it may be more than the "
                + Figures.duration(run.times().elapsed())
                + " from start to end. Training and validation are the work itself; the rest is"
                + " what the search costs on top.")
        .close();
  }

  /**
   * Epochs that were not trained; what evaluators ended themselves is no saving of the search's.
   */
  private static void writeSavings(StoppingSavings savings, Page page) {
    String of = " of " + Figures.whole(savings.trials()) + " trials ";
    if (savings.stopped() > 0) {
      page.paragraph(
          "The stopping rule ended "
              + Figures.whole(savings.stopped())
              + of
              + "early, which saved "
              + Figures.whole(savings.savedEpochs())
              + " of "
              + Figures.whole(savings.epochsWithoutRule())
              + " epochs ("
              + Figures.percent(savings.share(), 0)
              + ").");
    }
    if (savings.endedThemselves() > 0) {
      page.paragraph(
          Figures.whole(savings.endedThemselves())
              + of
              + "were ended by early stopping in the evaluator, "
              + Figures.whole(savings.untrainedEpochs())
              + " epochs before their last. These do not count as saved.");
    }
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
      markup.leaf("td", Figures.duration(phase.getValue()), "class", "number");
      markup.leaf("td", Figures.percent(share, 1), "class", "number").close();
    }
    markup.close().close();
  }

  private static String line(Duration time, double share) {
    return Figures.duration(time) + ", " + Figures.percent(share, 1);
  }
}
