package org.espalier.nas.engine.store;

import org.jdbi.v3.core.Handle;

/** Writer of a study's description; its callers hold the transaction. */
final class DescriptionWriter {

  private final Handle handle;

  DescriptionWriter(Handle handle) {
    this.handle = handle;
  }

  /** Adds a study; returns its id. */
  int write(String key, StudyDescription description) {
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
    return study;
  }

  /** Replaces the description of a study; its key, name, seed and time of creation stay. */
  void replace(int study, StudyDescription description) {
    handle.execute(
        "UPDATE studies SET yaml = ?, yaml_sha256 = ? WHERE id = ?",
        description.yaml(),
        description.yamlHash(),
        study);
    handle.execute("DELETE FROM provenance WHERE study_id = ?", study);
    provenance(study, description);
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
