package org.espalier.nas.dashboard.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredTrial;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a study as CSV (RFC 4180) with a header: a column for each decision, objective, and
 * metric (its last value). Values that are absent or not a number are empty.
 *
 * <p>A text that a spreadsheet would take for a formula is preceded by an apostrophe. Numbers are
 * left alone, negative ones too.
 *
 * @param state the study
 */
record TrialsCsv(FollowedStudy state) {

  private static final String FORMULA = "=+-@\t\r\n";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.]\\d+)?([eE][+-]?\\d+)?");
  private static final String LINE = "\r\n";
  private static final List<String> FIXED =
      List.of(
          "number",
          "state",
          "reward",
          "predicted",
          "continues",
          "epochs",
          "plannedEpochs",
          "attempts");

  /** Returns the file. */
  String text() {
    List<Map<String, Object>> records = new ArrayList<>();
    TreeSet<String> metrics = new TreeSet<>();
    for (StoredTrial trial : state.study().trials()) {
      records.add(state.row(trial));
      trial.measurements().forEach(step -> metrics.addAll(step.metrics().keySet()));
    }
    StringBuilder csv = new StringBuilder();
    line(csv, names(metrics));
    for (int i = 0; i < records.size(); i++) {
      line(csv, cells(records.get(i), state.study().trials().get(i), metrics));
    }
    return csv.toString();
  }

  private List<String> names(TreeSet<String> metrics) {
    List<String> names = new ArrayList<>(FIXED);
    names.addAll(List.of("asked", "started", "ended"));
    for (Objective objective : state.study().description().objectives()) {
      names.add("objective." + objective.name());
    }
    state.decisions().forEach(decision -> names.add("decision." + decision));
    metrics.forEach(metric -> names.add("metric." + metric));
    return names.stream().map(TrialsCsv::harmless).toList();
  }

  private List<String> cells(Map<String, Object> row, StoredTrial trial, TreeSet<String> metrics) {
    List<String> cells = new ArrayList<>();
    FIXED.forEach(name -> cells.add(cell(row.get(name))));
    cells.add(cell(trial.askedAt()));
    cells.add(cell(trial.startedAt()));
    cells.add(cell(trial.finishedAt()));
    TrialResult result = trial.finished();
    List<Double> objectives = result == null ? List.of() : result.objectives();
    for (int i = 0; i < state.study().description().objectives().size(); i++) {
      cells.add(i < objectives.size() ? cell(objectives.get(i)) : "");
    }
    Map<String, Choice> choices = new LinkedHashMap<>();
    trial
        .trial()
        .proposal()
        .architecture()
        .choices()
        .forEach(choice -> choices.put(choice.decision(), choice));
    state.decisions().forEach(decision -> cells.add(choice(choices.get(decision))));
    Map<String, Double> last = new TreeMap<>();
    trial.measurements().forEach(step -> last.putAll(step.metrics()));
    metrics.forEach(metric -> cells.add(cell(last.get(metric))));
    return cells;
  }

  private static String choice(@Nullable Choice choice) {
    if (choice instanceof Choice.Whole whole) {
      return Long.toString(whole.value());
    }
    if (choice instanceof Choice.Real real) {
      return cell(real.value());
    }
    return choice == null ? "" : harmless(choice.text());
  }

  private static String cell(@Nullable Object value) {
    if (value == null || (value instanceof Double number && number.isNaN())) {
      return "";
    }
    return value instanceof Number || value instanceof Instant
        ? value.toString()
        : harmless(value.toString());
  }

  /** Returns a text that no spreadsheet takes for a formula. */
  private static String harmless(String text) {
    boolean formula =
        !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }

  private static void line(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
    }
    csv.append(LINE);
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
