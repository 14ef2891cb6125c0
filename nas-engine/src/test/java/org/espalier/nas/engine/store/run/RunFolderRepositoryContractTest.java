package org.espalier.nas.engine.store.run;

import java.nio.file.Path;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyRepositoryContract;
import org.junit.jupiter.api.io.TempDir;

class RunFolderRepositoryContractTest extends StudyRepositoryContract {

  @TempDir Path folder;

  @Override
  protected StudyRepository repository() {
    return new RunFolderRepository(folder);
  }
}
