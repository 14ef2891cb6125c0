package org.espalier.nas.spark;

import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.ClusterProvider;
import org.espalier.nas.engine.remote.ClusterSettings;

/**
 * Provider of Apache Spark clusters: standalone, YARN, Kubernetes, or processes of this machine.
 */
public final class SparkClusterProvider implements ClusterProvider {

  /** Creates the provider. */
  public SparkClusterProvider() {}

  @Override
  public boolean serves(String type) {
    return "spark".equals(type);
  }

  @Override
  public Cluster connect(ClusterSettings settings) {
    return SparkCluster.connect(settings);
  }
}
