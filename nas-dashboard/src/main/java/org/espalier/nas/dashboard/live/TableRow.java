package org.espalier.nas.dashboard.live;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredTrial;
import org.jspecify.annotations.Nullable;

/** Row of a trial in a table, as a tree for JSON. */
final class TableRow {

  private TableRow() {}

  /**
   * Returns a row.
   *
   * @param running true if a worker is evaluating the trial
   * @param decisions positions of the decisions in the choices, by name
   * @param note the note of a person, or null
   * @param enqueued true if a person enqueued the trial
   */
  static Map<String, Object> of(
      StoredTrial stored,
      boolean running,
      Map<String, Integer> decisions,
      @Nullable String note,
      boolean enqueued) {
    Trial trial = stored.trial();
    TrialResult result = stored.finished();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("number", trial.number());
    row.put("state", state(result, running));
    row.put("architecture", trial.proposal().architecture().summary());
    row.put("choices", choices(trial, decisions));
    if (result != null) {
      put(row, "reward", result.value());
      if (!result.objectives().isEmpty()) {
        row.put("objectives", result.objectives());
      }
    }
    put(row, "predicted", trial.proposal().predicted());
    put(row, "continues", trial.proposal().continuedTrial());
    List<Measurement> measured = stored.measurements();
    row.put("epochs", measured.isEmpty() ? 0 : measured.get(measured.size() - 1).step());
    row.put("plannedEpochs", trial.proposal().fidelity().epochs());
    double dataFraction = trial.proposal().fidelity().dataFraction();
    put(row, "dataFraction", dataFraction < 1 ? dataFraction : null);
    row.put("attempts", stored.attempts());
    put(row, "note", note);
    put(row, "enqueued", enqueued ? true : null);
    row.put("asked", stored.askedAt().toEpochMilli());
    put(row, "started", millis(stored.startedAt()));
    put(row, "worker", "".equals(stored.worker()) ? null : stored.worker());
    put(row, "ended", millis(stored.finishedAt()));
    return row;
  }

  private static List<@Nullable String> choices(Trial trial, Map<String, Integer> decisions) {
    @Nullable String[] choices = new @Nullable String[decisions.size()];
    for (Choice choice : trial.proposal().architecture().choices()) {
      Integer position = decisions.get(choice.decision());
      if (position != null) {
        choices[position] = choice.text();
      }
    }
    return Arrays.asList(choices);
  }

  private static String state(@Nullable TrialResult result, boolean running) {
    if (result == null) {
      return running ? "running" : "waiting";
    }
    if (result.infeasible()) {
      return "infeasible";
    }
    if (!result.succeeded()) {
      return "failed";
    }
    return result.outcome() instanceof Outcome.Stopped ? "stopped" : "completed";
  }

  static void put(Map<String, Object> row, String name, @Nullable Object value) {
    if (value != null) {
      row.put(name, value);
    }
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
