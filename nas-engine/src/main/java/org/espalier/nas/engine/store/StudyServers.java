package org.espalier.nas.engine.store;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.espalier.nas.api.InvalidSettingException;

/** The database servers that can keep studies. Its methods may be called from several threads. */
public final class StudyServers {
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private final Iterable<StudyRepositoryProvider> providers;
  private final Map<String, String> environment;
  private final Map<StoreUrl, StudyRepository> repositories = new HashMap<>();

  /**
   * Creates the servers.
   *
   * @param providers providers of repositories, of which the first that serves an address is used;
   *     iterated over when a server is first used
   * @param environment the variables that may hold credentials, by name
   */
  public StudyServers(
      Iterable<StudyRepositoryProvider> providers, Map<String, String> environment) {
    this.providers = providers;
    this.environment = Map.copyOf(environment);
  }

  /** Returns the servers of the providers on a class path, with this process's environment. */
  public static StudyServers installed(ClassLoader classPath) {
    return new StudyServers(
        ServiceLoader.load(StudyRepositoryProvider.class, classPath), System.getenv());
  }

  /**
   * Returns the repository at an address; always the same one.
   *
   * @throws InvalidSettingException if no provider serves the address
   * @throws StoreException if the address is invalid
   */
  public synchronized StudyRepository at(StoreUrl url) {
    StudyRepository known = repositories.get(url);
    if (known == null) {
      known = provider(url).at(url.text(), environment);
      repositories.put(url, known);
    }
    return known;
  }

  private StudyRepositoryProvider provider(StoreUrl url) {
    for (StudyRepositoryProvider provider : providers) {
      if (provider.serves(url.text())) {
        return provider;
      }
    }
    throw new InvalidSettingException(
        "store.url",
        url.text().startsWith(POSTGRESQL)
            ? "store.url (%s) needs the PostgreSQL module: run with NAS_PROFILE=postgresql."
                .formatted(url)
            : "store.url (%s) is of no known kind of server. Write jdbc:postgresql://host:5432/database."
                .formatted(url));
  }
}
