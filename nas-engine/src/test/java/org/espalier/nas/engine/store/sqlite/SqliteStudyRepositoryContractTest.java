package org.espalier.nas.engine.store.sqlite;

import java.nio.file.Path;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyRepositoryContract;
import org.junit.jupiter.api.io.TempDir;

class SqliteStudyRepositoryContractTest extends StudyRepositoryContract {

  @TempDir Path folder;

  @Override
  protected StudyRepository repository() {
    return new SqliteStudyRepository(folder.resolve("studies.db"));
  }
}
