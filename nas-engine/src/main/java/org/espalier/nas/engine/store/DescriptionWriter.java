package org.espalier.nas.engine.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts a study's description into the tables. */
final class DescriptionWriter {

  private final Handle handle;

  DescriptionWriter(Handle handle) {
    this.handle = handle;
  }

  void write(StudyDescription description) {
    handle.useTransaction(
        transaction -> {
          transaction.execute(
              "INSERT INTO study (id, name, seed, yaml, yaml_sha256, created_at)"
                  + " VALUES (1, ?, ?, ?, ?, ?)",
              description.name(),
              description.seed(),
              description.yaml(),
              description.yamlHash(),
              description.createdAt().toEpochMilli());
          if (!description.provenance().isEmpty()) {
            PreparedBatch batch =
                transaction.prepareBatch("INSERT INTO provenance (name, value) VALUES (?, ?)");
            description.provenance().forEach(batch::add);
            batch.execute();
          }
        });
  }
}
