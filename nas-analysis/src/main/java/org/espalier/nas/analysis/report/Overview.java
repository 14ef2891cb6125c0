package org.espalier.nas.analysis.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.plot.MetricText;
import org.espalier.nas.analysis.run.RunIdentity;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.Agreement;
import org.espalier.nas.analysis.statistics.AgreementOverTime;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.api.trial.TrialResult;

/** The head of the page: which run it is, what is doubtful about its data, and its key numbers. */
final class Overview {

  private static final int ENDS = 20;

  private final RunRecord run;
  private final Markup markup;

  Overview(RunRecord run, Page page) {
    this.run = run;
    this.markup = page.markup();
  }

  void write() {
    RunIdentity identity = run.identity();
    markup.open("header");
    markup.leaf("p", "Report of a search", "class", "kind");
    markup.leaf("h1", identity.name());
    markup.open("p", "class", "facts");
    fact("run", identity.id());
    fact("status", identity.status());
    fact("seed", Long.toString(identity.seed()));
    fact("predicts", run.objective().task());
    fact("reward", run.objective().reward());
    markup.close();
    writeFindings();
    writeTiles();
    markup.close();
  }

  private void fact(String name, String value) {
    markup.open("span").leaf("span", name, "class", "name").text(" " + value).close().text(" ");
  }

  private void writeFindings() {
    List<Finding> findings = run.findings();
    if (findings.isEmpty()) {
      return;
    }
    markup.open("section", "class", "warning", "role", "note", "id", "data");
    markup.leaf(
        "h2",
        findings.size() == 1
            ? "One thing about the data makes these results doubtful"
            : findings.size() + " things about the data make these results doubtful");
    markup.open("ul");
    for (Finding finding : findings) {
      markup.open("li").leaf("strong", words(finding.kind()) + ": " + finding.subject());
      markup.text(". " + finding.message()).close();
    }
    markup.close().close();
  }

  private void writeTiles() {
    MetricText metric = new MetricText(run.objective());
    markup.open("dl", "class", "tiles");
    StoppingSavings savings = run.savings();
    tile("trials", Figures.whole(run.trials().size()), endings(savings.stopped()));
    bestByMetric()
        .ifPresent(
            best ->
                tile(
                    "best " + metric.name(),
                    metric.of(run.objective().valueOf(best)),
                    "trial " + best.trial().number()));
    writeProgress();
    writeEpochs();
    writeSavings(savings);
    Agreement agreement = Agreement.of(AgreementOverTime.pairs(run));
    agreement
        .kendall()
        .ifPresent(
            tau ->
                tile(
                    "Kendall\u2019s \u03c4",
                    Figures.fixed(tau, 2),
                    "of " + Figures.whole(agreement.pairs()) + " predictions"));
    if (!run.times().elapsed().isZero()) {
      tile("time", Figures.duration(run.times().elapsed()), "from start to end");
    }
    markup.close();
  }

  private String endings(int stopped) {
    int failed = run.failed().size();
    String failures = failed == 0 ? "none failed" : failed + " failed";
    return stopped == 0 ? failures : stopped + " stopped early, " + failures;
  }

  private Optional<TrialResult> bestByMetric() {
    double sign = run.objective().higherIsBetter() ? -1 : 1;
    return run.succeeded().stream()
        .filter(result -> run.objective().valueOf(result).isPresent())
        .min(Comparator.comparingDouble(r -> sign * run.objective().valueOf(r).orElseThrow()));
  }

  /** What the stopping rule saved, if anything. */
  private void writeSavings(StoppingSavings savings) {
    if (savings.stopped() > 0) {
      tile(
          "epochs saved by stopping",
          Figures.percent(savings.share(), 0),
          Figures.whole(savings.savedEpochs())
              + " of "
              + Figures.whole(savings.epochsWithoutRule()));
    }
  }

  /** What continuing trials saved, if any did. */
  private void writeEpochs() {
    long saved = run.trials().stream().mapToLong(TrialResult::continuedEpochs).sum();
    if (saved > 0) {
      long trained = run.trials().stream().mapToLong(TrialResult::trainedEpochs).sum();
      tile(
          "epochs trained",
          Figures.whole((double) trained),
          Figures.whole((double) saved) + " saved by continuing trials");
    }
  }

  /** The mean rewards at both ends of the search, if the ends do not overlap. */
  private void writeProgress() {
    List<TrialResult> results = run.succeeded();
    if (results.size() < 2 * ENDS) {
      return;
    }
    double first = Ranking.meanReward(results.subList(0, ENDS)).orElseThrow();
    double last =
        Ranking.meanReward(results.subList(results.size() - ENDS, results.size())).orElseThrow();
    tile(
        "mean reward, last " + ENDS,
        Figures.fixed(last, 3),
        "first " + ENDS + ": " + Figures.fixed(first, 3));
  }

  private void tile(String name, String value, String more) {
    markup.open("div").leaf("dt", name).leaf("dd", value).leaf("dd", more, "class", "more").close();
  }

  private static String words(Finding.Kind kind) {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
