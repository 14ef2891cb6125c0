package org.espalier.nas.engine.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * Tables of studies in a database.
 *
 * @param binary the type of binary columns
 * @param clustered the clause that stores a table in the order of its primary key, or nothing
 * @param migrations class path folders of the database's own migrations
 */
public record StudySchema(String binary, String clustered, List<String> migrations) {

  private static final String COMMON = "classpath:db/migration/study";
  private static final int NEWEST = 3;

  /** Copies. */
  public StudySchema {
    migrations = List.copyOf(migrations);
  }

  /** Creates the tables that do not exist, and brings older ones up to date. */
  public void migrate(DataSource source) {
    List<String> locations = new ArrayList<>(migrations);
    locations.add(COMMON);
    Flyway.configure(StudySchema.class.getClassLoader())
        .dataSource(source)
        .locations(locations.toArray(String[]::new))
        .placeholders(Map.of("binary", binary, "clustered", clustered))
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /**
   * Checks that the tables can be read as they are.
   *
   * @param place the database, as messages name it
   * @throws StoreException if they are older or newer; reading does not bring them up to date
   */
  public void requireCurrent(Handle handle, String place) {
    requireKnown(handle, place);
    int version = version(handle);
    if (version < NEWEST) {
      throw new StoreException(
          Kind.OLDER,
          place,
          "%s has schema version %d; this version of Espalier reads version %d. To bring it up to date: nas resume RUN"
              .formatted(place, version, NEWEST));
    }
  }

  /**
   * Checks that this version of Espalier knows the tables.
   *
   * @param place the database, as messages name it
   * @throws StoreException if they are newer
   */
  public void requireKnown(Handle handle, String place) {
    int version = version(handle);
    if (version > NEWEST) {
      throw new StoreException(
          Kind.NEWER,
          place,
          "%s has schema version %d; this version of Espalier knows versions up to %d. Use the version that wrote it."
              .formatted(place, version, NEWEST));
    }
  }

  private static int version(Handle handle) {
    return handle
        .createQuery(
            "SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history"
                + " WHERE version IS NOT NULL")
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }
}
