package org.espalier.nas.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.store.StoreException.Kind;

/**
 * Repository that keeps each study in a run folder of its own, in the SQLite file {@code study.db}.
 *
 * <p>A study's key is the path of its run folder, absolute or relative to the repository's root.
 */
public final class RunFolderRepository implements StudyRepository {

  /** Key of the one study in a run folder's database. */
  private static final String STUDY = "study";

  private final Path root;

  /**
   * Creates the repository.
   *
   * @param root folder against which keys are resolved and whose runs are listed; it need not exist
   *     yet
   */
  public RunFolderRepository(Path root) {
    this.root = root;
  }

  @Override
  public StudyJournal create(String key, StudyDescription description) {
    Path folder = root.resolve(key);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          Kind.READ_ONLY,
          folder.toString(),
          "%s cannot be created (%s). Check the permissions of the folder above it."
              .formatted(folder, IoReason.of(e)),
          e);
    }
    return database(key).create(STUDY, description);
  }

  @Override
  public StudyJournal open(String key) {
    return database(key).open(STUDY);
  }

  @Override
  public StoredStudy read(String key) {
    StoredStudy stored = database(key).read(STUDY);
    return new StoredStudy(
        key, stored.description(), stored.sessions(), stored.trials(), stored.diagnostics());
  }

  @Override
  public List<String> list() {
    return new RunFolders(root)
        .all().stream().map(folder -> root.relativize(folder).toString()).toList();
  }

  @Override
  public Optional<String> holder(String key) {
    return database(key).holder(STUDY);
  }

  private SqliteStudyRepository database(String key) {
    return new SqliteStudyRepository(root.resolve(key).resolve(RunFolders.DATABASE));
  }
}
