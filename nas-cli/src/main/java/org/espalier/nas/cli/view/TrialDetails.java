package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.ShownMetric;
import org.espalier.nas.experiment.text.Durations;

/**
 * Details of a finished trial.
 *
 * @param result its result
 */
public record TrialDetails(TrialResult result) {

  /**
   * Finds a trial.
   *
   * @param trial a number or {@code best}
   * @throws NasException if there is no such finished trial
   */
  public static TrialDetails find(StoredStudy study, String trial) {
    List<TrialResult> results = study.results();
    if (trial.equals("best")) {
      return results.stream()
          .filter(result -> result.reward().isPresent())
          .max(
              Comparator.comparingDouble((TrialResult result) -> result.reward().orElseThrow())
                  .thenComparing(result -> -result.trial().number()))
          .map(TrialDetails::new)
          .orElseThrow(() -> new NasException("No trial of the run has a reward."));
    }
    return results.stream()
        .filter(result -> Integer.toString(result.trial().number()).equals(trial))
        .findFirst()
        .map(TrialDetails::new)
        .orElseThrow(
            () ->
                new NoSuchTrialException(
                    "There is no finished trial %s; the run has %d, numbered from 1."
                        .formatted(trial, results.size())));
  }

  /**
   * Returns the last trials of different architectures that have a reward.
   *
   * @param count the largest number of them
   * @return the trials, the last first
   * @throws NasException if no trial has a reward
   */
  public static List<TrialResult> lastDifferent(StoredStudy study, int count) {
    Map<Architecture, TrialResult> different = new LinkedHashMap<>();
    List<TrialResult> results = study.results();
    for (int i = results.size() - 1; i >= 0 && different.size() < count; i--) {
      TrialResult result = results.get(i);
      if (result.reward().isPresent()) {
        different.putIfAbsent(result.trial().proposal().architecture(), result);
      }
    }
    if (different.isEmpty()) {
      throw new NasException("No trial of the run has a reward.");
    }
    return List.copyOf(different.values());
  }

  /** Returns the details as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>(TrialRow.of(result, metric()).tree(metric()));
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
    TrialRow row = TrialRow.of(result, metric());
    TextTable head = new TextTable(LEFT, LEFT);
    head.row("trial", row.number() + " (" + row.status() + ")");
    head.row("architecture", row.architecture());
    result
        .trial()
        .proposal()
        .architecture()
        .choices()
        .forEach(choice -> head.row("  " + choice.decision(), choice.text()));
    head.row("reward", TrialTable.decimals(row.reward()));
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
        .forEach((name, value) -> head.row(name, String.format(Locale.ROOT, "%,.0f", value)));
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
