package org.espalier.nas.engine.remote;

import java.util.ServiceLoader;
import org.espalier.nas.api.InvalidSettingException;

/** The kinds of clusters that can evaluate trials. */
public final class Clusters {

  private final Iterable<ClusterProvider> providers;

  /**
   * Creates the kinds of clusters.
   *
   * @param providers providers, of which the first that serves a kind is used; iterated over when a
   *     cluster is asked for
   */
  public Clusters(Iterable<ClusterProvider> providers) {
    this.providers = providers;
  }

  /** Returns the clusters of the providers on a class path. */
  public static Clusters installed(ClassLoader classPath) {
    return new Clusters(ServiceLoader.load(ClusterProvider.class, classPath));
  }

  /**
   * Checks that a kind is known.
   *
   * @throws InvalidSettingException if it is not
   */
  public void require(String type) {
    ClusterProvider unused = provider(type);
  }

  /**
   * Connects to a cluster, which the caller closes.
   *
   * @throws InvalidSettingException if no provider serves its kind
   * @throws org.espalier.nas.api.NasException if it cannot be reached
   */
  public Cluster connect(ClusterSettings settings) {
    return provider(settings.type()).connect(settings);
  }

  private ClusterProvider provider(String type) {
    for (ClusterProvider provider : providers) {
      if (provider.serves(type)) {
        return provider;
      }
    }
    throw new InvalidSettingException(
        "executor",
        "executor (%s) needs the module of %s: run with NAS_PROFILE=%s."
            .formatted(type, "spark".equals(type) ? "Apache Spark" : type, type));
  }
}
