package org.espalier.nas.engine.store.sql;

import java.util.HashMap;
import java.util.Map;

/** Ids that stand for the names of a study's metrics, facts and diagnostics in the tables. */
final class MetricIds {

  private final Statements statements;
  private final int study;
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * Creates the ids.
   *
   * @param stored the names stored until now, by id
   */
  MetricIds(Statements statements, int study, Map<Integer, String> stored) {
    this.statements = statements;
    this.study = study;
    reset(stored);
  }

  /** Takes up the stored names again, after a transaction was rolled back. */
  void reset(Map<Integer, String> stored) {
    ids.clear();
    stored.forEach((id, name) -> ids.put(name, id));
  }

  /** Returns a name's id; stores the name if it is new. */
  int of(String name) {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    int id = ids.size() + 1;
    statements.execute(
        "INSERT INTO metrics (study_id, id, name) VALUES (?, ?, ?)", study, id, name);
    ids.put(name, id);
    return id;
  }
}
