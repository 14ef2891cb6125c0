package org.espalier.nas.engine.store;

import java.util.Map;

/**
 * Provider of repositories in database servers of one kind. Implementations are found by {@link
 * java.util.ServiceLoader}, so that a server's driver reaches only those who ask for it.
 */
public interface StudyRepositoryProvider {

  /**
   * Returns true if the address is that of a server of this kind.
   *
   * @param url an address without credentials, such as {@code jdbc:postgresql://host/database}
   */
  boolean serves(String url);

  /**
   * Returns the repository in a database, which is connected to when the repository is first used.
   *
   * @param url an address that {@link #serves} takes
   * @param environment the variables that may hold credentials, by name
   * @throws StoreException if the address is invalid or contains credentials
   */
  StudyRepository at(String url, Map<String, String> environment);
}
