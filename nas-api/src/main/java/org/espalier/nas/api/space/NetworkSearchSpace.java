package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;

/** A search space whose architectures are neural networks. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface NetworkSearchSpace extends SearchSpace {

  /**
   * Returns the network that a complete architecture describes.
   *
   * @param architecture a complete architecture of this space
   * @return a network whose layers are of {@link #layerTypes}
   * @throws IllegalArgumentException if the architecture is not complete or not of this space
   */
  NetworkSpec lower(Architecture architecture);

  /**
   * Returns every kind of layer that {@link #lower} may use, regardless of the parts of composed
   * ones. Before any training, a backend checks that it knows them all; it checks the parts of
   * composed layers on sampled architectures.
   *
   * @return record classes
   */
  Set<Class<? extends LayerSpec>> layerTypes();

  /**
   * Returns lower bounds on the size of the networks whose architectures begin with {@code made},
   * by which constraints on parameters and FLOPs are masked. Tighter bounds mask more; those of a
   * complete architecture are the counts of its network.
   *
   * @param made a prefix made by answering this space's decisions
   * @return two bounds, which need not be those of one network; empty, by default, if the space
   *     states none, always or never
   */
  default Optional<NetworkSize> minimumSize(Architecture made) {
    return Optional.empty();
  }

  /**
   * Returns true if each number of {@link #minimumSize} is that of a network whose architecture
   * begins so. Otherwise, masks have to look for a feasible network behind each option.
   *
   * @return an answer that does not change; false by default
   */
  default boolean attainsMinimumSize() {
    return false;
  }

  /**
   * Returns the cells that an architecture repeats, for reports.
   *
   * @param architecture a complete architecture of this space
   * @return the cells by name ({@code normal}, {@code reduction}), in the order in which they are
   *     shown; empty if the networks of this space have no cells
   */
  default Map<String, CellGraph> cells(Architecture architecture) {
    return Map.of();
  }
}
