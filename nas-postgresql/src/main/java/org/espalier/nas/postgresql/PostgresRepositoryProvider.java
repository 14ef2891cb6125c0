package org.espalier.nas.postgresql;

import java.util.Map;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyRepositoryProvider;

/**
 * Provider of repositories at addresses such as {@code jdbc:postgresql://host:5432/database}. User
 * and password are those of PostgreSQL's own variables {@code PGUSER} and {@code PGPASSWORD}, or of
 * the file {@code .pgpass}.
 */
public final class PostgresRepositoryProvider implements StudyRepositoryProvider {

  static final String PREFIX = "jdbc:postgresql:";

  /** Creates the provider; called by {@link java.util.ServiceLoader}. */
  public PostgresRepositoryProvider() {}

  @Override
  public boolean serves(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public StudyRepository at(String url, Map<String, String> environment) {
    return new PostgresStudyRepository(PostgresDatabase.at(url, environment), Timing.standard());
  }
}
