package org.espalier.nas.engine.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;
import static org.espalier.nas.engine.store.StoredExamples.ask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.engine.store.MemoryServers;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run folders whose studies a database server keeps. */
class SharedRunFolderTest {
  private static final StoreFile STORE = new StoreFile(new StoreUrl("memory:a"), "wine/7");

  @TempDir Path root;

  private final StudyServers servers = new StudyServers(List.of(new MemoryServers()), Map.of());
  private RunFolderRepository repository;
  private Path folder;

  @BeforeEach
  void create() throws Exception {
    repository = new RunFolderRepository(root, servers);
    folder = Files.createDirectories(root.resolve("wine/1"));
  }

  @Test
  void keepsTheStudyInTheServer() {
    STORE.write(folder);
    try (StudyJournal journal = repository.create("wine/1", DESCRIPTION)) {
      journal.asked(ask(2));
      assertThat(repository.holder("wine/1")).isPresent();
    }
    assertThat(folder.resolve(RunFolders.DATABASE)).doesNotExist();
    assertThat(servers.at(STORE.url()).read("wine/7").trials()).hasSize(2);
    assertThat(repository.read(folder.toString()).trials()).hasSize(2);
    assertThat(repository.read("wine/1").key()).isEqualTo("wine/1");
    assertThat(repository.list()).containsExactly("wine/1");
    assertThat(repository.holder("wine/1")).isEmpty();
    RunFolders folders = new RunFolders(root);
    assertThat(folders.find("wine")).isEqualTo(folder);
    assertThat(folders.find(folder.resolve(StoreFile.NAME).toString())).isEqualTo(folder);
    repository.open("wine/1").close();
  }

  @Test
  void copiesAStudyIntoAServerAndBack() {
    try (StudyJournal journal = repository.create("wine/1", DESCRIPTION)) {
      journal.asked(ask(2));
    }
    assertThat(repository.copy("wine/1", STORE)).isEqualTo(2);
    assertThat(StoreFile.in(folder)).isEmpty();
    Path other = root.resolve("moons/2");
    STORE.write(folder(other));
    assertThat(repository.fetch("moons/2")).isEqualTo(2);
    assertThat(StoreFile.in(other)).isEmpty();
    assertThat(repository.read("moons/2").trials()).isEqualTo(repository.read("wine/1").trials());
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  @Test
  void namesTheModuleThatIsMissing() {
    RunFolderRepository without = new RunFolderRepository(root);
    new StoreFile(new StoreUrl("jdbc:postgresql://host/db"), "wine/7").write(folder);
    assertThatThrownBy(() -> without.read("wine/1"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "store.url (jdbc:postgresql://host/db) needs the PostgreSQL module: run with NAS_PROFILE=postgresql.");
    STORE.write(folder);
    assertThatThrownBy(() -> without.read("wine/1"))
        .hasMessage(
            "store.url (memory:a) is of no known kind of server. Write jdbc:postgresql://host:5432/database.");
  }

  @Test
  void refusesADamagedFile() throws Exception {
    Path file = folder.resolve(StoreFile.NAME);
    for (String text :
        List.of(
            "",
            "{",
            "{\"url\": \"memory:a\"}",
            "{\"url\": \"x://a:secret@b\", \"key\": \"a/1\"}")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> repository.read("wine/1"))
          .as(text)
          .hasMessageStartingWith(file + " is damaged: ")
          .hasMessageNotContaining("secret")
          .extracting(error -> ((StoreException) error).kind())
          .isEqualTo(Kind.CORRUPT);
    }
  }
}
