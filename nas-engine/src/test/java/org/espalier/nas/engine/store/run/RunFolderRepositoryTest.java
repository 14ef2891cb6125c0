package org.espalier.nas.engine.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.espalier.nas.engine.store.StoredExamples.AT;
import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StudyJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderRepositoryTest {

  @TempDir Path root;

  private RunFolderRepository repository;
  private Path file;

  @BeforeEach
  void create() {
    repository = new RunFolderRepository(root);
    file = root.resolve("wine/1/study.db");
  }

  private StoreException opening() {
    return catchThrowableOfType(StoreException.class, () -> repository.open("wine/1"));
  }

  private StoreException reading() {
    return catchThrowableOfType(StoreException.class, () -> repository.read("wine/1"));
  }

  @Test
  void takesAbsolutePathsAsKeys() {
    repository.create("wine/1", DESCRIPTION).close();

    assertThat(repository.read(file.getParent().toString()).description()).isEqualTo(DESCRIPTION);
  }

  @Test
  void namesTheProcessThatRunsAStudy() {
    try (StudyJournal journal = repository.create("wine/1", DESCRIPTION)) {
      assertThat(opening())
          .hasMessage(
              "%s is in use by process %d. Wait until it ends, or stop it."
                  .formatted(file, ProcessHandle.current().pid()));
      assertThat(journal.beginSession(AT)).isEqualTo(1);
    }
  }

  @Test
  void saysThatAFileIsNotAStudysYet() throws Exception {
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    assertThat(reading().kind()).isEqualTo(Kind.MISSING);
    assertThat(opening().kind()).isEqualTo(Kind.MISSING);
  }

  @Test
  void saysThatTheFileIsDamaged() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "this is no database\n".repeat(100));

    assertThat(List.of(opening().kind(), reading().kind())).containsOnly(Kind.CORRUPT);
    assertThat(reading())
        .hasMessage(
            "%s is damaged or not a study's file. Restore the run's folder from a copy, or start a new run."
                .formatted(file));
  }

  @Test
  void refusesAFileOfANewerVersion() throws Exception {
    repository.create("wine/1", DESCRIPTION).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 99, '99', 'x', 'SQL', 'V99__x.sql', 0, 'me',"
              + " installed_on, 1, TRUE FROM flyway_schema_history WHERE installed_rank = 1");
    }
    assertThat(List.of(opening().kind(), reading().kind())).containsOnly(Kind.NEWER);
  }

  @Test
  void readingDoesNotBringAFileUpToDate() throws Exception {
    repository.create("wine/1", DESCRIPTION).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE steering");
      statement.execute("DROP TABLE steering_requests");
      statement.execute("ALTER TABLE trials DROP COLUMN worker");
      statement.execute("DELETE FROM flyway_schema_history WHERE version = '3'");
    }
    byte[] before = Files.readAllBytes(file);

    assertThat(reading().kind()).isEqualTo(Kind.OLDER);
    assertThat(reading()).hasMessageContaining("nas resume RUN");
    assertThat(file).hasBinaryContent(before);
    repository.open("wine/1").close();
    assertThat(repository.read("wine/1").description()).isEqualTo(DESCRIPTION);
  }
}
