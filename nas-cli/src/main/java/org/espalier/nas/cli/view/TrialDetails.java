package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Decimals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.ShownMetric;
import org.espalier.nas.experiment.text.Durations;

/**
 * Details of a finished trial.
 *
 * @param history history of the run of the trial
 * @param result its result
 */
public record TrialDetails(StudyHistory history, TrialResult result) {

  /**
   * Finds a trial.
   *
   * @param trial a number, or {@code best} for the trial with the highest reward; of several
   *     objectives, the knee of the front, or the best of the first objective if it has none
   * @throws NasException if there is no such finished trial
   */
  public static TrialDetails find(StoredStudy study, String trial) {
    List<TrialResult> results = study.results();
    StudyHistory history = study.history();
    if (trial.equals("best")) {
      return Ranking.incumbent(history)
          .map(result -> new TrialDetails(history, result))
          .orElseThrow(() -> new NasException("All trials of the run failed or are infeasible."));
    }
    return results.stream()
        .filter(result -> Integer.toString(result.trial().number()).equals(trial))
        .findFirst()
        .map(result -> new TrialDetails(history, result))
        .orElseThrow(
            () ->
                new NoSuchTrialException(
                    "There is no finished trial %s; the run has %d, numbered from 1."
                        .formatted(trial, results.size())));
  }

  /**
   * Returns the last trials of different architectures that did not fail.
   *
   * @param count the largest number of them
   * @return the trials, the last first
   * @throws NasException if all trials failed
   */
  public static List<TrialResult> lastDifferent(StoredStudy study, int count) {
    Map<Architecture, TrialResult> different = new LinkedHashMap<>();
    List<TrialResult> results = study.results();
    for (int i = results.size() - 1; i >= 0 && different.size() < count; i--) {
      TrialResult result = results.get(i);
      if (result.succeeded()) {
        different.putIfAbsent(result.trial().proposal().architecture(), result);
      }
    }
    if (different.isEmpty()) {
      throw new NasException("All trials of the run failed or are infeasible.");
    }
    return List.copyOf(different.values());
  }

  /** Returns the details as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>(row().tree(metric()));
    List<String> titles = titles();
    if (!titles.isEmpty()) {
      tree.put("front", titles);
    }
    if (result.outcome() instanceof Outcome.Failed failed) {
      tree.put("cause", failed.cause().name().toLowerCase(Locale.ROOT));
      tree.put("message", failed.message());
      if (failed.trace() != null) {
        tree.put("stackTrace", failed.trace());
      }
    } else if (result.outcome() instanceof Outcome.Stopped stopped) {
      tree.put("message", stopped.reason());
    }
    Map<String, Object> decisions = new LinkedHashMap<>();
    result
        .trial()
        .proposal()
        .architecture()
        .choices()
        .forEach(choice -> decisions.put(choice.decision(), choice.text()));
    tree.put("decisions", decisions);
    tree.put("seed", result.trial().seed());
    tree.put("informedBy", result.trial().informedBy());
    tree.put("facts", result.outcome().account().figures());
    tree.put("measurements", measurements().stream().map(TrialDetails::tree).toList());
    return tree;
  }

  private TrialRow row() {
    return TrialRow.of(result, metric(), history.objectives());
  }

  /** Returns the names of the trial in the front of several objectives. */
  private List<String> titles() {
    if (history.objectives().size() < 2) {
      return List.of();
    }
    TrialFront front = TrialFront.of(history.objectives(), history.results());
    List<String> titles = front.titles(result);
    return titles.isEmpty() && front.contains(result) ? List.of("member") : titles;
  }

  private static Map<String, Object> tree(Measurement measurement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("epoch", measurement.step());
    tree.putAll(measurement.metrics());
    return tree;
  }

  private List<Measurement> measurements() {
    return result.outcome().measurements();
  }

  private String metric() {
    return ShownMetric.of(List.of(result));
  }

  /**
   * Returns the details as text; each line ends with a line break.
   *
   * @param width maximum number of characters of a line of a table
   */
  public String text(int width) {
    TrialRow row = row();
    TextTable head = new TextTable(LEFT, LEFT);
    head.row("trial", row.number() + " (" + row.status() + ")");
    head.row("architecture", row.architecture());
    result
        .trial()
        .proposal()
        .architecture()
        .choices()
        .forEach(choice -> head.row("  " + choice.decision(), choice.text()));
    ObjectiveColumns compared = new ObjectiveColumns(history);
    List<String> values = compared.cells(result);
    for (int i = 0; i < values.size(); i++) {
      head.row(compared.titles().get(i), values.get(i));
    }
    if (!titles().isEmpty()) {
      head.row("front", String.join(", ", titles()));
    }
    head.row("predicted", TrialTable.decimals(row.predicted()));
    if (row.continues() != null) {
      head.row(
          "continues",
          "trial %d, of %s; trained %d more"
              .formatted(
                  row.continues(), Words.count(result.continuedEpochs(), "epoch"), row.trained()));
    }
    if (result.outcome() instanceof Outcome.Failed failed) {
      head.row("cause", failed.cause().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      head.row("message", failed.message());
    } else if (result.outcome() instanceof Outcome.Stopped stopped) {
      head.row("reason", stopped.reason());
    }
    result
        .outcome()
        .account()
        .figures()
        .forEach(
            (name, value) -> {
              if (!compared.shows(name)) {
                head.row(name, Decimals.ofQuantity(value));
              }
            });
    result
        .outcome()
        .account()
        .times()
        .forEach(
            (phase, time) ->
                head.row("time " + phase.name().toLowerCase(Locale.ROOT), Durations.rounded(time)));
    String curve = measurements().isEmpty() ? "" : "\n" + curve().cut(width);
    return head.folded(width) + curve + trace();
  }

  private String trace() {
    return result.outcome() instanceof Outcome.Failed failed && failed.trace() != null
        ? "\nStack trace\n" + failed.trace()
        : "";
  }

  private TextTable curve() {
    Collection<String> names = new TreeSet<>();
    measurements().forEach(measurement -> names.addAll(measurement.metrics().keySet()));
    names.removeIf(
        name ->
            name.endsWith(Measurement.SPREAD)
                && names.contains(name.substring(0, name.length() - Measurement.SPREAD.length())));
    TextTable.Align[] aligns = new TextTable.Align[names.size() + 1];
    Arrays.fill(aligns, RIGHT);
    TextTable table = new TextTable(aligns);
    String[] titles = names.stream().map(ShownMetric::title).toArray(String[]::new);
    table.row(cells("epoch", titles));
    for (Measurement measurement : measurements()) {
      String[] values =
          names.stream()
              .map(
                  name ->
                      TrialTable.decimals(
                          measurement.metrics().get(name),
                          measurement.metrics().get(name + Measurement.SPREAD)))
              .toArray(String[]::new);
      table.row(cells(Integer.toString(measurement.step()), values));
    }
    return table;
  }

  private static String[] cells(String first, String[] others) {
    String[] cells = new String[others.length + 1];
    cells[0] = first;
    System.arraycopy(others, 0, cells, 1, others.length);
    return cells;
  }
}
