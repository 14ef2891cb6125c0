package org.espalier.nas.engine.store.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.espalier.nas.engine.steering.SteeringRequestFiles;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyLock;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.sql.DescriptionWriter;
import org.espalier.nas.engine.store.sql.SqlStudyJournal;
import org.espalier.nas.engine.store.sql.StudyReader;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Repository that keeps any number of studies in one SQLite file. */
public final class SqliteStudyRepository implements StudyRepository {

  private final Path file;
  private final SqliteDatabase database;

  /**
   * Creates the repository.
   *
   * @param file the SQLite file, which is created with the first study; its folder must exist
   */
  public SqliteStudyRepository(Path file) {
    this.file = file;
    this.database = new SqliteDatabase(file);
  }

  @Override
  public StudyJournal create(String key, StudyDescription description) {
    return journal(
        handle ->
            handle.inTransaction(
                transaction -> {
                  if (StudyReader.id(transaction, key).isPresent()) {
                    throw new StoreException(
                        Kind.EXISTS,
                        file.toString(),
                        "%s has this study already. Resume it, or choose another folder."
                            .formatted(file));
                  }
                  return new DescriptionWriter(transaction).write(key, description);
                }));
  }

  @Override
  public StudyJournal open(String key) {
    database.requireFile();
    return journal(handle -> StudyReader.id(handle, key).orElseThrow(database::empty));
  }

  /** Opens the journal of the study whose id is found, or made, by means of a handle. */
  private StudyJournal journal(ToIntFunction<Handle> studies) {
    Handle handle = null;
    StudyLock lock = null;
    try {
      handle = database.writable();
      int study = studies.applyAsInt(handle);
      lock = StudyLock.acquire(file, lockFile(study));
      return new SqlStudyJournal(study, new SqliteConnection(file, lock, handle));
    } catch (IOException | RuntimeException e) {
      close(lock);
      close(handle);
      throw e instanceof StoreException known
          ? known
          : SqliteErrors.of(file, e instanceof RuntimeException r ? r : unchecked(e));
    }
  }

  private static UncheckedIOException unchecked(Exception e) {
    return new UncheckedIOException((IOException) e);
  }

  private static void close(@Nullable Closeable resource) {
    try {
      if (resource != null) {
        resource.close();
      }
    } catch (IOException | RuntimeException alreadyUnusable) {
      // The error that led here is the one to report.
    }
  }

  private Path lockFile(int study) {
    return beside(study, ".lock");
  }

  private Path beside(int study, String suffix) {
    String name = file.getFileName().toString().replaceFirst("[.]db$", "");
    return file.resolveSibling(name + (study == 1 ? "" : "-" + study) + suffix);
  }

  @Override
  public StoredStudy read(String key) {
    return reading(handle -> reader(handle, key).study(key));
  }

  @Override
  public StoredStudy read(String key, StoredStudy before) {
    return reading(handle -> reader(handle, key).study(before));
  }

  @Override
  public StudyOutline outline(String key) {
    return reading(handle -> reader(handle, key).outline(key));
  }

  private StudyReader reader(Handle handle, String key) {
    return new StudyReader(handle, StudyReader.id(handle, key).orElseThrow(database::empty));
  }

  @Override
  public String version(String key) {
    return database.version();
  }

  @Override
  public List<String> list() {
    return Files.exists(file) ? reading(StudyReader::keys) : List.of();
  }

  @Override
  public Optional<String> holder(String key) {
    if (!Files.exists(file) || !StudyLock.isAnyNamedBeside(file)) {
      return Optional.empty();
    }
    Optional<Integer> study = reading(handle -> StudyReader.id(handle, key));
    OptionalLong process =
        study.map(id -> StudyLock.holderOf(lockFile(id))).orElseGet(OptionalLong::empty);
    return process.isPresent() ? Optional.of("process " + process.getAsLong()) : Optional.empty();
  }

  @Override
  public SteeringRequests requests(String key) {
    database.requireFile();
    int study =
        reading(handle -> StudyReader.id(handle, key).orElseThrow(database::empty)).intValue();
    return new SteeringRequestFiles(beside(study, ".requests"));
  }

  private <T> T reading(Function<Handle, T> work) {
    try (Handle handle = database.readable()) {
      return handle.inTransaction(work::apply);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw SqliteErrors.of(file, e);
    }
  }
}
