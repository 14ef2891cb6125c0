package org.espalier.nas.testkit;

import java.nio.file.Path;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactsContractTest extends ArtifactStoreContract {
  @TempDir Path folder;

  @Override
  protected ArtifactStore store() {
    return new FolderArtifacts(folder.resolve("artifacts"));
  }
}
