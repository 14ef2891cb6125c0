package org.espalier.nas.analysis.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.markup.Capitalization;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.ObjectiveText;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.analysis.plot.MetricText;
import org.espalier.nas.analysis.statistics.Agreement;
import org.espalier.nas.analysis.statistics.AgreementOverTime;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.api.trial.TrialResult;

/** The header of the page: identity of the run, findings about its data, and key numbers. */
final class ReportHeader {

  private static final int ENDS = 20;

  private final RunReport run;
  private final Markup markup;

  ReportHeader(RunReport run, ReportWriter page) {
    this.run = run;
    this.markup = page.markup();
  }

  void write() {
    markup.open("header");
    markup.leaf("p", "Search report", "class", "kind");
    markup.leaf("h1", run.name());
    markup.open("p", "class", "facts");
    fact("run", run.id());
    fact("status", run.status());
    fact("seed", Long.toString(run.seed()));
    fact("predicts", run.task());
    fact(objectives() ? "objectives" : "reward", run.reward());
    markup.close();
    writeFindings();
    writeTiles();
    markup.close();
  }

  private boolean objectives() {
    List<Objective> list = run.history().objectives();
    return list.size() == 1 || run.history().several();
  }

  /** Writes the front, and the best value of each objective. */
  private void writeFront() {
    StudyHistory history = run.history();
    TrialFront front = TrialFront.of(history.objectives(), history.results());
    List<ObjectiveText> texts = ObjectiveText.of(history.objectives(), history.succeeded());
    for (int i = 0; !front.isEmpty() && i < texts.size(); i++) {
      TrialResult end = front.end(i);
      tile(
          texts.get(i).extreme(),
          texts.get(i).of(end.objectives().get(i)),
          "trial " + end.trial().number());
    }
    if (texts.size() > 1 && !front.isEmpty()) {
      tile(
          "front",
          Counts.of(front.size(), "trial"),
          front
              .knee()
              .map(knee -> "knee: trial " + knee.trial().number())
              .orElse("without a knee"));
    }
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
            ? "A problem with the data makes these results doubtful"
            : findings.size() + " problems with the data make these results doubtful");
    markup.open("ul");
    for (Finding finding : findings) {
      markup.open("li").leaf("strong", words(finding.kind()) + ": " + finding.subject());
      markup.text(". " + finding.message()).close();
    }
    markup.close().close();
  }

  private void writeTiles() {
    MetricText metric = new MetricText(run.metric());
    markup.open("dl", "class", "tiles");
    StoppingSavings savings = run.history().savings();
    tile("trials", NumberFormat.whole(run.history().results().size()), endings(savings.stopped()));
    writeFront();
    bestByMetric()
        .filter(best -> !shows(run.metric().name()))
        .ifPresent(
            best ->
                tile(
                    "best " + metric.name(),
                    metric.of(run.metric().valueOf(best)),
                    "trial " + best.trial().number()));
    writeProgress();
    writeEpochs();
    writeSavings(savings);
    Agreement agreement = Agreement.of(AgreementOverTime.pairs(run.history()));
    agreement
        .kendall()
        .ifPresent(
            tau ->
                tile(
                    "Kendall\u2019s \u03c4",
                    NumberFormat.fixed(tau, 2),
                    "of " + NumberFormat.whole(agreement.pairs()) + " predictions"));
    if (!run.elapsed().isZero()) {
      tile("time", NumberFormat.duration(run.elapsed()), "without pauses");
    }
    markup.close();
  }

  private String endings(int stopped) {
    int failed = run.history().failed().size();
    int infeasible = run.history().infeasible().size();
    String failures =
        (failed == 0 ? "none failed" : failed + " failed")
            + (infeasible == 0 ? "" : ", " + infeasible + " infeasible");
    return stopped == 0 ? failures : stopped + " stopped early, " + failures;
  }

  private Optional<TrialResult> bestByMetric() {
    double sign = run.metric().isMaximized() ? -1 : 1;
    return run.history().succeeded().stream()
        .filter(result -> run.metric().valueOf(result).isPresent())
        .min(Comparator.comparingDouble(r -> sign * run.metric().valueOf(r).orElseThrow()));
  }

  /** Writes the epochs saved by the stopping rule, if any. */
  private void writeSavings(StoppingSavings savings) {
    if (savings.stopped() > 0) {
      tile(
          "epochs saved by stopping",
          NumberFormat.percent(savings.share(), 0),
          NumberFormat.whole(savings.savedEpochs())
              + " of "
              + NumberFormat.whole(savings.epochsWithoutRule()));
    }
  }

  /** Writes the epochs saved by continuing trials, if any. */
  private void writeEpochs() {
    long saved = run.history().results().stream().mapToLong(TrialResult::continuedEpochs).sum();
    if (saved > 0) {
      long trained = run.history().results().stream().mapToLong(TrialResult::trainedEpochs).sum();
      tile(
          "epochs trained",
          NumberFormat.whole((double) trained),
          NumberFormat.whole((double) saved) + " saved by continuing trials");
    }
  }

  /** Writes the mean rewards of the first and last trials, if these do not overlap. */
  private void writeProgress() {
    List<TrialResult> results = run.history().succeeded();
    if (results.size() < 2 * ENDS) {
      return;
    }
    OptionalDouble mean = Ranking.meanReward(results.subList(0, ENDS));
    if (mean.isEmpty()) {
      return;
    }
    double first = mean.getAsDouble();
    double last =
        Ranking.meanReward(results.subList(results.size() - ENDS, results.size())).orElseThrow();
    tile(
        "mean reward, last " + ENDS,
        NumberFormat.fixed(last, 3),
        "first " + ENDS + ": " + NumberFormat.fixed(first, 3));
  }

  private boolean shows(String metric) {
    return run.history().objectives().stream()
        .anyMatch(objective -> objective.name().equals(metric));
  }

  private void tile(String name, String value, String more) {
    markup.open("div").leaf("dt", name).leaf("dd", value).leaf("dd", more, "class", "more").close();
  }

  private static String words(Finding.Kind kind) {
    return Capitalization.of(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
