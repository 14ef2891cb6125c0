package org.espalier.nas.tf.sharing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/**
 * The weights of each trial for each key, as long as a trial may still ask for them. The time of a
 * look-up does not depend on the number of keys.
 *
 * <p>Trials that ran side by side, without each other's results, are averaged (federated averaging,
 * McMahan et al. 2017, algorithm 1); the mean of one trial is its weights.
 */
final class WeightVersions {
  private final Map<WeightKey, NavigableMap<Integer, Version>> versions = new HashMap<>();
  private final Map<Integer, Integer> livingByTrial = new HashMap<>();
  private final Queue<Superseded> superseded = new ArrayDeque<>();

  /**
   * The weights that a trial left, which knew the results of the first {@code informedBy} trials.
   */
  private record Version(LayerWeights weights, int informedBy) {}

  /** A version without effect on trials informed by {@code successor} or more. */
  private record Superseded(WeightKey key, int trial, int successor) {}

  /**
   * Adds the weights of a trial; trials come in ascending order.
   *
   * @param informedBy the number of trials that ran before it instead of beside it
   */
  void add(int trial, int informedBy, Map<WeightKey, LayerWeights> left) {
    left.forEach(
        (key, weights) -> {
          NavigableMap<Integer, Version> ofKey =
              versions.computeIfAbsent(key, unknown -> new TreeMap<>());
          if (!ofKey.isEmpty()) {
            int before = ofKey.lastEntry().getValue().informedBy();
            ofKey
                .subMap(before, false, Math.max(before, informedBy), true)
                .keySet()
                .forEach(old -> superseded.add(new Superseded(key, old, trial)));
          }
          ofKey.put(trial, new Version(weights, informedBy));
        });
    livingByTrial.put(trial, left.size());
  }

  /**
   * Returns the mean weights of the last of the trials 1…{@code informedBy} that had this key and
   * of those that ran beside it.
   */
  Optional<LayerWeights> find(WeightKey key, int informedBy) {
    NavigableMap<Integer, Version> ofKey = versions.get(key);
    Map.Entry<Integer, Version> last = ofKey == null ? null : ofKey.floorEntry(informedBy);
    if (ofKey == null || last == null) {
      return Optional.empty();
    }
    int before = last.getValue().informedBy();
    return Optional.of(
        LayerWeights.mean(
            ofKey.subMap(before, false, last.getKey(), true).values().stream()
                .map(Version::weights)
                .toList()));
  }

  /**
   * Drops the versions that no trial informed by {@code oldestNeeded} or more can see.
   *
   * @return the trials without any remaining version
   */
  List<Integer> forget(int oldestNeeded) {
    List<Integer> forgotten = new ArrayList<>();
    while (!superseded.isEmpty() && superseded.element().successor() <= oldestNeeded) {
      Superseded old = superseded.remove();
      NavigableMap<Integer, Version> ofKey = versions.get(old.key());
      if (ofKey != null && ofKey.remove(old.trial()) != null) {
        if (livingByTrial.merge(old.trial(), -1, Integer::sum) == 0) {
          livingByTrial.remove(old.trial());
          forgotten.add(old.trial());
        }
      }
    }
    return forgotten;
  }

  /** Returns the newest version of each key, sorted by its text. */
  Map<WeightKey, LayerWeights> newest() {
    Map<WeightKey, LayerWeights> newest = new LinkedHashMap<>();
    versions.keySet().stream()
        .sorted(Comparator.comparing(WeightKey::toString))
        .forEach(key -> find(key, Integer.MAX_VALUE).ifPresent(last -> newest.put(key, last)));
    return newest;
  }

  /** Returns the number of versions kept. */
  int size() {
    return livingByTrial.values().stream().mapToInt(Integer::intValue).sum();
  }
}
