package org.espalier.nas.cli.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.jspecify.annotations.Nullable;

/**
 * All trials of a run, finished or not, as records of named values for other programs.
 *
 * <p>A record has the objectives as {@code objective.NAME}, the decisions as {@code decision.NAME},
 * the facts as {@code fact.NAME}, and the last value of each metric by the metric's own name.
 *
 * @param study the stored run
 */
public record TrialRecords(StoredStudy study) {
  /** Always with milliseconds: readers that guess the format from the first time need it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String OBJECTIVE = "objective.";

  private static final List<String> FIXED =
      List.of(
          "trial",
          "epoch",
          "status",
          "reward",
          "cause",
          "message",
          "seed",
          "attempts",
          "maxEpochs",
          "continues",
          "predicted",
          "asked",
          "started",
          "finished");

  /** Returns a record for each trial, in the order of their numbers. */
  public List<Map<String, Object>> trials() {
    return study.trials().stream().map(this::trial).toList();
  }

  /** Returns a record for each measurement of each trial: the trial, the epoch, the metrics. */
  public List<Map<String, Object>> curves() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (StoredTrial stored : study.trials()) {
      for (Measurement measurement : stored.measurements()) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("trial", stored.trial().number());
        record.put("epoch", measurement.step());
        record.putAll(new TreeMap<>(measurement.metrics()));
        records.add(record);
      }
    }
    return records;
  }

  private Map<String, Object> trial(StoredTrial stored) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("trial", stored.trial().number());
    record.put("status", status(stored));
    stored
        .result()
        .ifPresent(
            result -> {
              put(record, "reward", result.value());
              TrialRow.values(result, study.description().objectives())
                  .forEach((name, value) -> record.put(OBJECTIVE + name, value));
              if (result.outcome() instanceof Outcome.Failed failed) {
                record.put("cause", failed.cause().name().toLowerCase(Locale.ROOT));
                record.put("message", failed.message());
              } else if (result.outcome() instanceof Outcome.Stopped stopped) {
                record.put("message", stopped.reason());
              }
            });
    record.put("seed", stored.trial().seed());
    record.put("attempts", stored.attempts());
    record.put("maxEpochs", stored.trial().proposal().fidelity().epochs());
    put(record, "continues", stored.trial().proposal().continuedTrial());
    put(record, "predicted", stored.trial().proposal().predicted());
    record.put("asked", TIME.format(stored.askedAt()));
    put(record, "started", text(stored.startedAt()));
    put(record, "finished", text(stored.finishedAt()));
    for (Choice choice : stored.trial().proposal().architecture().choices()) {
      record.put("decision." + choice.decision(), value(choice));
    }
    stored
        .result()
        .ifPresent(
            result ->
                result
                    .outcome()
                    .account()
                    .figures()
                    .forEach((name, value) -> record.put("fact." + name, value)));
    Map<String, Double> last = new TreeMap<>();
    stored.measurements().forEach(measurement -> last.putAll(measurement.metrics()));
    record.putAll(last);
    return record;
  }

  private static Object value(Choice choice) {
    if (choice instanceof Choice.Whole whole) {
      return whole.value();
    }
    return choice instanceof Choice.Real real ? (Object) real.value() : choice.text();
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : TIME.format(time);
  }

  private static void put(Map<String, Object> record, String key, @Nullable Object value) {
    if (value != null) {
      record.put(key, value);
    }
  }

  /**
   * Returns {@code waiting}, {@code started}, {@code completed}, {@code stopped}, {@code failed},
   * {@code infeasible}.
   */
  static String status(StoredTrial stored) {
    return stored
        .result()
        .map(TrialRow::status)
        .orElse(stored.startedAt() == null ? "waiting" : "started");
  }

  /**
   * Returns records as CSV with a line of names, in UTF-8 notation of RFC 4180: absent values are
   * empty, and numbers are written with a point.
   */
  public static String csv(List<Map<String, Object>> records) {
    List<String> names = columns(records);
    StringBuilder csv = new StringBuilder();
    line(csv, names);
    for (Map<String, Object> record : records) {
      line(csv, names.stream().map(name -> String.valueOf(record.getOrDefault(name, ""))).toList());
    }
    return csv.toString();
  }

  /** Decisions of a kind stand together even if only later trials make them. */
  private static List<String> columns(List<Map<String, Object>> records) {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (Map<String, Object> record : records) {
      record.keySet().forEach(name -> first.putIfAbsent(name, first.size()));
    }
    List<String> names = new ArrayList<>(first.keySet());
    names.sort(Comparator.comparingInt(TrialRecords::group));
    return names;
  }

  private static int group(String name) {
    int known = FIXED.indexOf(name);
    if (known >= 0) {
      return known;
    }
    if (name.startsWith(OBJECTIVE)) {
      return FIXED.indexOf("reward");
    }
    if (name.startsWith("decision.")) {
      return FIXED.size();
    }
    return FIXED.size() + (name.startsWith("fact.") ? 1 : 2);
  }

  private static void line(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
    }
    csv.append('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign < ' ');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
