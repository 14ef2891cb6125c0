package org.espalier.nas.controller.bayesian;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
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
  private final List<Observation> all = new ArrayList<>();
  private final Map<Architecture, Integer> places = new HashMap<>();

  /** Places of the observations with a reward, the best first. */
  private final NavigableSet<Integer> ranked =
      new TreeSet<>(
          Comparator.comparingDouble((Integer place) -> -all.get(place).reward())
              .thenComparing(Comparator.naturalOrder()));

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
    Integer known = places.putIfAbsent(observation.architecture(), all.size());
    int place = known == null ? all.size() : known;
    if (known == null) {
      all.add(observation);
    } else {
      Observation merged = all.get(place).and(observation);
      ranked.remove(place);
      all.set(place, merged);
    }
    if (!all.get(place).failed()) {
      ranked.add(place);
    }
  }

  /** Returns all observations, in the order in which the architectures were first told. */
  List<Observation> all() {
    return List.copyOf(all);
  }

  /** Returns true if there is a reward. */
  boolean anyReward() {
    return !ranked.isEmpty();
  }

  /**
   * Returns the observations that a model is fitted to: of more than {@code most}, the best half
   * and the latest.
   */
  List<Observation> forModel(int most) {
    if (all.size() <= most) {
      return all();
    }
    NavigableSet<Integer> kept = new TreeSet<>();
    ranked.stream().limit(most / 2).forEach(kept::add);
    for (int i = all.size() - 1; kept.size() < most; i--) {
      kept.add(i);
    }
    return kept.stream().map(all::get).toList();
  }

  /** Returns the observations of the highest rewards, the best first. */
  List<Observation> best(int count) {
    return ranked.stream().limit(count).map(all::get).toList();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(all.size());
    for (Observation observation : all) {
      ArchitectureFormat.write(out, observation.architecture());
      out.writeDouble(observation.epochs());
      out.writeInt(observation.count());
      out.writeDouble(observation.reward());
    }
  }

  void read(DataInputStream in) throws IOException {
    ranked.clear();
    places.clear();
    all.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      add(
          new Observation(
              ArchitectureFormat.read(in), in.readDouble(), in.readInt(), in.readDouble()));
    }
  }
}
