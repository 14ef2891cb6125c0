package org.espalier.nas.api.space;

import java.util.Set;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;

/** A search space whose architectures are neural networks. */
public interface NetworkSearchSpace extends SearchSpace {

  /**
   * The network that a complete architecture means.
   *
   * @throws IllegalArgumentException if the architecture is not complete or not of this space
   */
  NetworkSpec lower(Architecture architecture);

  /** Every kind of layer that {@link #lower} may give; a backend checks that it knows them all. */
  Set<Class<? extends LayerSpec>> layerTypes();
}
