package org.espalier.nas.engine.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.SessionEnds;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.TrialCounts;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reader of a study's tables; its callers hold the transaction. */
public final class StudyReader {

  private final Rows rows;

  public StudyReader(Handle handle, int study) {
    this.rows = new Rows(handle, study);
  }

  /** Returns the id of the study of a key; empty if there is none. */
  public static Optional<Integer> id(Handle handle, String key) {
    return handle
        .createQuery("SELECT id FROM studies WHERE key = ?")
        .bind(0, key)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Returns the keys of all studies, the oldest first. */
  public static List<String> keys(Handle handle) {
    return handle.createQuery("SELECT key FROM studies ORDER BY id").mapTo(String.class).list();
  }

  /** Returns the whole study. */
  public StoredStudy study(String key) {
    return new StoredStudy(
        key, description(), sessions(), trials(), reader().diagnostics(TrialRange.ALL), steering());
  }

  /**
   * Returns the whole study, of which only that is read that can have changed.
   *
   * @param before the same study at an earlier time
   */
  public StoredStudy study(StoredStudy before) {
    StudyDescription description = description();
    if (!before.isSameStudy(description)) {
      return study(before.key());
    }
    TrialReader reader = reader();
    List<StoredSession> sessions = sessions();
    List<StoredTrial> trials = new ArrayList<>(before.trials());
    for (TrialRange range : TrialRange.unfinished(before.trials())) {
      for (StoredTrial trial : reader.trials(range)) {
        int index = trial.trial().number() - 1;
        if (index < trials.size()) {
          trials.set(index, trial);
        } else {
          trials.add(trial);
        }
      }
    }
    return new StoredStudy(
        before.key(),
        description,
        sessions,
        trials,
        diagnostics(reader, before, sessions),
        steering());
  }

  /** A session that resumes the study tells results again, and stores what the tells said. */
  private static SortedMap<Integer, Map<String, Double>> diagnostics(
      TrialReader reader, StoredStudy before, List<StoredSession> sessions) {
    if (!sessions.equals(before.sessions()) || !before.toldAgain()) {
      return reader.diagnostics(TrialRange.ALL);
    }
    SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>(before.diagnostics());
    int last = diagnostics.isEmpty() ? 0 : diagnostics.lastKey();
    diagnostics.putAll(reader.diagnostics(new TrialRange(last + 1, Integer.MAX_VALUE)));
    return diagnostics;
  }

  /** Returns the outline of the study. */
  public StudyOutline outline(String key) {
    List<StoredSession> sessions = sessions();
    List<Instant> ends = SessionEnds.of(sessions, this::lastEvent);
    List<SteeringEvent> steering = steering();
    StudyDescription description = description();
    Integer front =
        description.objectives().size() < 2
            ? null
            : StudyOutline.front(
                description.objectives(),
                List.copyOf(reader().objectiveValues(TrialRange.ALL).values()));
    return rows.handle()
        .createQuery(
            "SELECT SUM(CASE WHEN state = 'ASKED' THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN state = 'ASKED' AND attempts > 0 AND started_at >= ?"
                + " THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN state = 'COMPLETED' THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN state = 'STOPPED' THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN state = 'FAILED' AND cause <> 'INFEASIBLE' THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN cause = 'INFEASIBLE' THEN 1 ELSE 0 END),"
                + " MAX(reward) AS best FROM trials WHERE study_id = ?")
        .bind(0, StudyOutline.begun(sessions).toEpochMilli())
        .bind(1, rows.study())
        .map(
            (row, context) ->
                new StudyOutline(
                    key,
                    description,
                    sessions,
                    new TrialCounts(
                        row.getInt(1) - row.getInt(2),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6)),
                    Rows.real(row, "best"),
                    front,
                    ends,
                    steering))
        .one();
  }

  /** It visits all trials, but only sessions without an end ask for it, and they are few. */
  private @Nullable Instant lastEvent(Instant begin, @Nullable Instant end) {
    String in = " BETWEEN :first AND :last THEN ";
    return rows.handle()
        .createQuery(
            "SELECT MAX(CASE WHEN asked_at"
                + in
                + "asked_at END) AS asked_at,"
                + " MAX(CASE WHEN started_at"
                + in
                + "started_at END) AS started_at,"
                + " MAX(CASE WHEN finished_at"
                + in
                + "finished_at END) AS finished_at"
                + " FROM trials WHERE study_id = :study")
        .bind("study", rows.study())
        .bind("first", begin.toEpochMilli())
        .bind("last", end == null ? Long.MAX_VALUE : end.toEpochMilli() - 1)
        .map(
            (row, context) ->
                Stream.of(
                        Optional.ofNullable(Rows.instant(row, "asked_at")),
                        Optional.ofNullable(Rows.instant(row, "started_at")),
                        Optional.ofNullable(Rows.instant(row, "finished_at")))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo))
        .one()
        .orElse(null);
  }

  /** Returns the description of the study. */
  public StudyDescription description() {
    Map<String, String> provenance = new TreeMap<>();
    rows.each(
        "SELECT name, value FROM provenance WHERE study_id = ?",
        row -> provenance.put(row.getString(1), row.getString(2)));
    List<Objective> objectives = objectives();
    return rows.query("SELECT name, seed, yaml, created_at FROM studies WHERE id = ?")
        .map(
            (row, context) ->
                new StudyDescription(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    provenance,
                    objectives,
                    Instant.ofEpochMilli(row.getLong(4))))
        .one();
  }

  private List<Objective> objectives() {
    return rows.query(
            "SELECT name, direction, unit, reference, reproducible FROM objectives"
                + " WHERE study_id = ? ORDER BY number")
        .map(
            (row, context) ->
                new Objective(
                    row.getString(1),
                    Direction.valueOf(row.getString(2)),
                    row.getString(3),
                    Rows.real(row, "reference"),
                    row.getInt(5) != 0))
        .list();
  }

  List<StoredSession> sessions() {
    return rows.query(
            "SELECT number, started_at, ended_at, ending FROM sessions WHERE study_id = ?"
                + " ORDER BY number")
        .map(
            (row, context) ->
                new StoredSession(
                    row.getInt(1),
                    Instant.ofEpochMilli(row.getLong(2)),
                    Rows.instant(row, "ended_at"),
                    row.getString(4)))
        .list();
  }

  List<SteeringEvent> steering() {
    return SteeringTable.read(rows.handle(), rows.study());
  }

  List<RecordedAsk> asks() {
    return rows.query("SELECT told, requested, proposed FROM asks WHERE study_id = ? ORDER BY told")
        .map((row, context) -> new RecordedAsk(row.getInt(1), row.getInt(2), row.getInt(3)))
        .list();
  }

  Optional<ControllerSnapshot> snapshot() {
    return rows.query("SELECT asked, told, bytes FROM controller_snapshots WHERE study_id = ?")
        .map(
            (row, context) ->
                new ControllerSnapshot(
                    row.getInt(1), row.getInt(2), Compression.decompress(row.getBytes(3))))
        .findOne();
  }

  /** The names of metrics, facts and diagnostics by id. */
  Map<Integer, String> metrics() {
    Map<Integer, String> names = new HashMap<>();
    rows.each(
        "SELECT id, name FROM metrics WHERE study_id = ?",
        row -> names.put(row.getInt(1), Objects.requireNonNull(row.getString(2))));
    return names;
  }

  List<StoredTrial> trials() {
    return reader().trials(TrialRange.ALL);
  }

  private TrialReader reader() {
    return new TrialReader(rows, metrics());
  }
}
