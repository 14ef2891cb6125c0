package org.espalier.nas.postgresql;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.sql.DescriptionWriter;
import org.espalier.nas.engine.store.sql.SqlStudyJournal;
import org.espalier.nas.engine.store.sql.StudyReader;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Repository that keeps any number of studies in one PostgreSQL database. */
final class PostgresStudyRepository implements StudyRepository {

  private final PostgresDatabase database;
  private final Timing timing;

  PostgresStudyRepository(PostgresDatabase database, Timing timing) {
    this.database = database;
    this.timing = timing;
  }

  @Override
  public StudyJournal create(String key, StudyDescription description) {
    return journal(
        key, handle -> handle.inTransaction(transaction -> add(transaction, key, description)));
  }

  private int add(Handle handle, String key, StudyDescription description) {
    // Two processes would give their studies the same id.
    handle.execute("LOCK TABLE studies IN SHARE ROW EXCLUSIVE MODE");
    if (StudyReader.id(handle, key).isPresent()) {
      throw new StoreException(
          Kind.EXISTS,
          place(key),
          "%s exists already. Resume it, or choose another name.".formatted(place(key)));
    }
    int study = new DescriptionWriter(handle).write(key, description);
    Lease.create(handle, study);
    return study;
  }

  @Override
  public StudyJournal open(String key) {
    return journal(
        key, handle -> StudyReader.id(handle, key).orElseThrow(() -> missing(handle, key)));
  }

  /** Opens the journal of the study whose id is found, or made, by means of a handle. */
  private StudyJournal journal(String key, ToIntFunction<Handle> studies) {
    Handle handle = null;
    try {
      database.migrate();
      handle = database.connect();
      PostgresDatabase.SCHEMA.requireKnown(handle, database.url());
      int study = studies.applyAsInt(handle);
      Lease lease = Lease.acquire(handle, place(key), study, timing.lease());
      return new SqlStudyJournal(
          study, new PostgresConnection(database, handle, lease, timing.patience()));
    } catch (RuntimeException e) {
      if (handle != null) {
        handle.close();
      }
      throw PostgresErrors.of(database.url(), e);
    }
  }

  private String place(String key) {
    return "Study " + key + " in " + database.url();
  }

  private StoreException missing(Handle handle, String key) {
    List<String> known = database.hasTables(handle) ? StudyReader.keys(handle) : List.of();
    return new StoreException(
        Kind.MISSING,
        place(key),
        "There is no study %s in %s, which has %s. To list the runs: nas runs --store %s"
            .formatted(
                key,
                database.url(),
                known.isEmpty() ? "no studies" : known.size() + " others",
                database.url()));
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
    int study = study(handle, key);
    PostgresDatabase.SCHEMA.requireCurrent(handle, database.url());
    return new StudyReader(handle, study);
  }

  /** Each transaction of a journal has a number of its own. */
  @Override
  public String version(String key) {
    return reading(handle -> Lease.lastTransaction(handle, study(handle, key)));
  }

  @Override
  public Map<String, String> versions(Collection<String> keys) {
    Map<String, String> versions =
        new HashMap<>(
            reading(
                handle -> database.hasTables(handle) ? Lease.lastTransactions(handle) : Map.of()));
    versions.keySet().retainAll(new HashSet<>(keys));
    return versions;
  }

  private int study(Handle handle, String key) {
    if (!database.hasTables(handle)) {
      throw missing(handle, key);
    }
    return StudyReader.id(handle, key).orElseThrow(() -> missing(handle, key));
  }

  @Override
  public SteeringRequests requests(String key) {
    return new PostgresSteeringRequests(database, reading(handle -> study(handle, key)));
  }

  @Override
  public List<String> list() {
    return reading(handle -> database.hasTables(handle) ? StudyReader.keys(handle) : List.of());
  }

  @Override
  public Optional<String> holder(String key) {
    return reading(
        handle ->
            database.hasTables(handle)
                ? StudyReader.id(handle, key).flatMap(study -> Lease.holder(handle, study))
                : Optional.empty());
  }

  private <T> T reading(Function<Handle, T> work) {
    try (Handle handle = database.connect()) {
      return handle.inTransaction(
          TransactionIsolationLevel.REPEATABLE_READ,
          transaction -> {
            if (database.hasTables(transaction)) {
              PostgresDatabase.SCHEMA.requireKnown(transaction, database.url());
            }
            return work.apply(transaction);
          });
    } catch (RuntimeException e) {
      throw PostgresErrors.of(database.url(), e);
    }
  }
}
