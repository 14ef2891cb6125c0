package org.espalier.nas.engine.store.sql;

import java.util.List;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.engine.store.StudyDescription;
import org.jdbi.v3.core.Handle;

/** Writer of a study's description; its callers hold the transaction. */
public final class DescriptionWriter {

  private final Handle handle;

  public DescriptionWriter(Handle handle) {
    this.handle = handle;
  }

  /** Adds a study; returns its id. */
  public int write(String key, StudyDescription description) {
    int study =
        handle
            .createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM studies")
            .mapTo(Integer.class)
            .one();
    handle.execute(
        "INSERT INTO studies (id, key, name, seed, yaml, yaml_sha256, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        study,
        key,
        description.name(),
        description.seed(),
        description.yaml(),
        description.yamlHash(),
        description.createdAt().toEpochMilli());
    provenance(study, description);
    objectives(study, description.objectives());
    return study;
  }

  /** Replaces the description of a study; its key, name, seed and time of creation stay. */
  public void replace(int study, StudyDescription description) {
    handle.execute(
        "UPDATE studies SET yaml = ?, yaml_sha256 = ? WHERE id = ?",
        description.yaml(),
        description.yamlHash(),
        study);
    handle.execute("DELETE FROM provenance WHERE study_id = ?", study);
    provenance(study, description);
  }

  private void objectives(int study, List<Objective> objectives) {
    for (int i = 0; i < objectives.size(); i++) {
      Objective objective = objectives.get(i);
      handle.execute(
          "INSERT INTO objectives (study_id, number, name, direction, unit, reference, reproducible)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          study,
          i + 1,
          objective.name(),
          objective.direction().name(),
          objective.unit(),
          objective.reference(),
          objective.reproducible() ? 1 : 0);
    }
  }

  private void provenance(int study, StudyDescription description) {
    description
        .provenance()
        .forEach(
            (name, value) ->
                handle.execute(
                    "INSERT INTO provenance (study_id, name, value) VALUES (?, ?, ?)",
                    study,
                    name,
                    value));
  }
}
