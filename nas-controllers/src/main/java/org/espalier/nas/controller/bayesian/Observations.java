package org.espalier.nas.controller.bayesian;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Fidelity;

/**
 * The results of each architecture, in the order in which the architectures were first told.
 *
 * <p>Of results of several fidelities, those of the highest count; of several results of that
 * fidelity, their mean. A trial without a reward counts as the worst reward so far, so that the
 * search avoids regions where trials fail.
 */
final class Observations {
  private final Map<Architecture, Observation> byArchitecture = new LinkedHashMap<>();

  /**
   * The results of one architecture.
   *
   * @param architecture in canonical form
   * @param epochs the training of each, as the share of data times epochs
   * @param count number of results
   * @param reward their mean; NaN if all of them failed
   */
  record Observation(Architecture architecture, double epochs, int count, double reward) {

    boolean failed() {
      return Double.isNaN(reward);
    }

    Observation and(Observation other) {
      if (other.epochs > epochs || (other.epochs == epochs && failed())) {
        return other;
      }
      if (other.epochs < epochs || other.failed()) {
        return this;
      }
      int sum = count + other.count;
      double mean = reward * ((double) count / sum) + other.reward * ((double) other.count / sum);
      return new Observation(architecture, epochs, sum, mean);
    }
  }

  /**
   * Adds a result.
   *
   * @param architecture in canonical form
   * @param fidelity the amount of training
   * @param reward NaN if the trial failed
   */
  void add(Architecture architecture, Fidelity fidelity, double reward) {
    double epochs = fidelity.epochs() * fidelity.dataFraction();
    add(new Observation(architecture, epochs, 1, reward));
  }

  /** Adds results of one architecture. */
  void add(Observation observation) {
    byArchitecture.merge(observation.architecture(), observation, Observation::and);
  }

  /** Returns all observations, in the order in which the architectures were first told. */
  List<Observation> all() {
    return List.copyOf(byArchitecture.values());
  }

  /** Returns true if there is a reward. */
  boolean anyReward() {
    return byArchitecture.values().stream().anyMatch(observation -> !observation.failed());
  }

  /**
   * Returns the observations that a model is fitted to: of more than {@code most}, the best half
   * and the latest.
   */
  List<Observation> forModel(int most) {
    List<Observation> all = all();
    if (all.size() <= most) {
      return all;
    }
    Set<Observation> kept = new LinkedHashSet<>(best(most / 2));
    for (int i = all.size() - 1; kept.size() < most; i--) {
      kept.add(all.get(i));
    }
    return all.stream().filter(kept::contains).toList();
  }

  /** Returns the observations of the highest rewards, the best first. */
  List<Observation> best(int count) {
    Stream<Observation> rewarded =
        byArchitecture.values().stream().filter(observation -> !observation.failed());
    return rewarded
        .sorted(Comparator.comparingDouble(Observation::reward).reversed())
        .limit(count)
        .toList();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(byArchitecture.size());
    for (Observation observation : byArchitecture.values()) {
      ArchitectureFormat.write(out, observation.architecture());
      out.writeDouble(observation.epochs());
      out.writeInt(observation.count());
      out.writeDouble(observation.reward());
    }
  }

  void read(DataInputStream in) throws IOException {
    byArchitecture.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      Architecture architecture = ArchitectureFormat.read(in);
      byArchitecture.put(
          architecture,
          new Observation(architecture, in.readDouble(), in.readInt(), in.readDouble()));
    }
  }
}
