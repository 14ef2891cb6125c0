package org.espalier.nas.engine.remote;

/**
 * Provider of clusters of one kind. Implementations are found by {@link java.util.ServiceLoader},
 * so that a cluster's libraries reach only those who ask for it.
 */
public interface ClusterProvider {

  /** Returns true if the provider knows clusters of a kind, such as {@code spark}. */
  boolean serves(String type);

  /**
   * Connects to a cluster.
   *
   * @throws org.espalier.nas.api.NasException if it cannot be reached, or refuses the settings
   */
  Cluster connect(ClusterSettings settings);
}
