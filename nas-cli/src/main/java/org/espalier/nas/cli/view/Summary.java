package org.espalier.nas.cli.view;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.cli.console.Paint;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.run.EndedSearch;
import org.espalier.nas.experiment.text.Durations;

/**
 * The summary of a search, as text and as a tree.
 *
 * @param ended the search
 */
public record Summary(EndedSearch ended) {
  private static final String NO_RULE = "none";
  private static final int MOST_OF_FRONT = 20;

  /** Returns the summary as a tree, for JSON. */
  public Map<String, Object> tree() {
    StudySummary summary = ended.summary();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run", ended.folder().toString());
    tree.put("name", ended.experiment().name());
    tree.put("ending", summary.ending().name().toLowerCase(Locale.ROOT));
    tree.put("trials", summary.results().size());
    tree.put("completed", summary.completed());
    tree.put("stopped", summary.stopped());
    tree.put("failed", summary.failed());
    tree.put("infeasible", summary.infeasible());
    tree.put("waiting", summary.waiting());
    tree.put("epochs", summary.trainedEpochs());
    tree.put("savedEpochs", summary.savedEpochs());
    tree.put("workers", summary.workers());
    tree.put("seconds", summary.wallClock().toMillis() / 1e3);
    tree.put("stopping", stopping());
    tree.put("failures", Failures.of(summary.results()).tree());
    best().addTo(tree);
    tree.put("percentOfTime", TimeShares.of(summary).tree());
    return tree;
  }

  private Map<String, Object> stopping() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rule", rule());
    tree.putAll(new SavingsText(ended.summary().savings()).tree());
    return tree;
  }

  private String rule() {
    return ended.experiment().stopping().type();
  }

  private BestTrials best() {
    return new BestTrials(history(), ended.experiment().output().top(), MOST_OF_FRONT);
  }

  private StudyHistory history() {
    return new StudyHistory(ended.objectives(), ended.summary().results(), new TreeMap<>());
  }

  /** Returns one line for each kind of early ending that was used, always including the rule's. */
  private String savings() {
    SavingsText savings = new SavingsText(ended.summary().savings());
    String byRule =
        rule().equals(NO_RULE) ? "" : "Stopping (" + rule() + "): " + savings.byRule() + ".\n";
    return byRule + savings.byEvaluator().map(text -> text + ".\n").orElse("");
  }

  private String failures() {
    return Failures.only(ended.summary().results())
        ? "\n%s:\n"
                .formatted(
                    ended.summary().failed() == 0
                        ? "All trials violate constraints"
                        : "All trials failed")
            + Failures.of(ended.summary().results()).text()
        : "No trial has a reward.\n";
  }

  /**
   * Returns the summary as text; each line ends with a line break.
   *
   * @param width maximum number of characters of a line of the table
   */
  public String text(Paint paint, int width) {
    StudySummary summary = ended.summary();
    String place =
        ended
            .experiment()
            .executor()
            .cluster()
            .map(cluster -> "on " + cluster)
            .orElseGet(() -> "with " + Words.count(summary.workers(), "worker"));
    String head =
        String.format(
            Locale.ROOT,
            "%s: %s (%d completed, %d stopped, %d failed%s); %s.%n",
            ended.experiment().name(),
            Words.count(summary.results().size(), "trial"),
            summary.completed(),
            summary.stopped(),
            summary.failed(),
            summary.infeasible() == 0 ? "" : ", " + summary.infeasible() + " infeasible",
            summary.ending().text());
    String epochs =
        Words.count(summary.trainedEpochs(), "epoch")
            + " trained"
            + (summary.savedEpochs() == 0
                ? ".\n"
                : String.format(
                    Locale.ROOT,
                    "; %s saved by continuing trials.%n",
                    Words.count(summary.savedEpochs(), "epoch")));
    String best = best().isEmpty() ? failures() : "\n" + best().text(paint, width);
    String time =
        String.format(
            Locale.ROOT,
            "%n%s %s %s, %.2f trials per second%n%s",
            paint.heading("Time:"),
            Durations.rounded(summary.wallClock()),
            place,
            summary.trialsPerSecond(),
            TimeShares.of(summary));
    return head + epochs + savings() + best + (summary.evaluated() == 0 ? "" : time);
  }
}
