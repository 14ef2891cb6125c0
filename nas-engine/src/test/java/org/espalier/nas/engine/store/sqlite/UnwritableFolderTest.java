package org.espalier.nas.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;

import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads from a folder in which SQLite cannot make the index of its write-ahead log, as on a full
 * disk. A link that leads nowhere stands where the index would be.
 */
class UnwritableFolderTest {
  @TempDir Path folder;

  private final StudyRepository studies = new RunFolderRepository(Path.of(""));
  private String key;

  @BeforeEach
  void create() throws Exception {
    key = folder.resolve("run").toString();
    studies.create(key, DESCRIPTION).close();
    Path index = folder.resolve("run/study.db-shm");
    Files.deleteIfExists(index);
    Files.createSymbolicLink(index, folder.resolve("none/index"));
  }

  @Test
  void aStudyWithoutALogIsRead() {
    assertThat(studies.read(key).description()).isEqualTo(DESCRIPTION);
    assertThat(studies.outline(key).counts().trials()).isZero();
  }

  @Test
  void aStudyWithALogIsNotReadWithoutIt() throws Exception {
    Files.writeString(folder.resolve("run/study.db-wal"), "more");

    assertThat(catchThrowableOfType(StoreException.class, () -> studies.read(key)).kind())
        .isEqualTo(Kind.READ_ONLY);
  }

  @Test
  void aStudyThatCannotBeWrittenIsNotOpened() {
    assertThat(catchThrowableOfType(StoreException.class, () -> studies.open(key)).kind())
        .isEqualTo(Kind.READ_ONLY);
  }
}
