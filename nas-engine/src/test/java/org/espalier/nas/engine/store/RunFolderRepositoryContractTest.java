package org.espalier.nas.engine.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RunFolderRepositoryContractTest extends StudyRepositoryContract {

  @TempDir Path folder;

  @Override
  protected StudyRepository repository() {
    return new RunFolderRepository(folder);
  }
}
