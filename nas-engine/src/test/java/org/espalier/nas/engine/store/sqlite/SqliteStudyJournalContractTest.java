package org.espalier.nas.engine.store.sqlite;

import java.nio.file.Path;
import org.espalier.nas.engine.store.StudyJournalContract;
import org.espalier.nas.engine.store.StudyRepository;
import org.junit.jupiter.api.io.TempDir;

class SqliteStudyJournalContractTest extends StudyJournalContract {

  @TempDir Path folder;

  @Override
  protected StudyRepository repository() {
    return new SqliteStudyRepository(folder.resolve("studies.db"));
  }
}
