package org.espalier.nas.searchspace.hyperparameters;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;

/** A search space of networks whose decisions are followed by hyper-parameters. */
final class CombinedNetworkSpace implements HyperparameterSpace, NetworkSearchSpace {
  private final CombinedSearchSpace combined;
  private final NetworkSearchSpace networks;

  /**
   * Creates the space of the decisions of {@code combined}, the first of which make up {@code
   * networks}.
   */
  CombinedNetworkSpace(CombinedSearchSpace combined, NetworkSearchSpace networks) {
    this.combined = combined;
    this.networks = networks;
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(
          architecture + " is not a complete architecture of this search space.");
    }
    return networks.lower(combined.innerPart(architecture));
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return networks.layerTypes();
  }

  @Override
  public Optional<NetworkSize> minimumSize(Architecture made) {
    return networks.minimumSize(combined.innerPart(made));
  }

  @Override
  public boolean attainsMinimumSize() {
    return networks.attainsMinimumSize();
  }

  @Override
  public List<Decision> decisions() {
    return combined.decisions();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return combined.next(made);
  }

  @Override
  public Set<String> hyperparameters() {
    return combined.hyperparameters();
  }

  @Override
  public Map<String, String> settings(Architecture architecture) {
    return combined.settings(architecture);
  }

  @Override
  public Architecture canonical(Architecture architecture) {
    return combined.canonical(architecture);
  }

  @Override
  public Architecture sample(RandomGenerator random) {
    return combined.sample(random);
  }

  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    return combined.sampleUniformly(random);
  }

  @Override
  public Optional<BigInteger> count() {
    return combined.count();
  }

  @Override
  public boolean adjacent(Choice present, Choice other) {
    return combined.adjacent(present, other);
  }

  @Override
  public Architecture mutate(Architecture architecture, RandomGenerator random) {
    return combined.mutate(architecture, random);
  }

  @Override
  public List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
    return combined.neighbours(architecture, random);
  }

  @Override
  public Architecture complete(Architecture prefix, Architecture donor, RandomGenerator random) {
    return combined.complete(prefix, donor, random);
  }

  @Override
  public Architecture crossover(Architecture one, Architecture other, RandomGenerator random) {
    return combined.crossover(one, other, random);
  }
}
