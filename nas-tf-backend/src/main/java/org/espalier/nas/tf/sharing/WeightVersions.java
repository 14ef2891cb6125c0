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
 * The weights of each trial for each bigram, as long as a trial may still ask for them. The time of
 * a look-up does not depend on the number of bigrams.
 */
final class WeightVersions {
  private final Map<Bigram, NavigableMap<Integer, LayerWeights>> versions = new HashMap<>();
  private final Map<Integer, Integer> livingByTrial = new HashMap<>();
  private final Queue<Superseded> superseded = new ArrayDeque<>();

  /** A version invisible to trials informed by {@code successor} or more. */
  private record Superseded(Bigram bigram, int trial, int successor) {}

  /** Adds the weights of a trial; trials come in ascending order. */
  void add(int trial, Map<Bigram, LayerWeights> left) {
    left.forEach(
        (bigram, weights) -> {
          NavigableMap<Integer, LayerWeights> ofBigram =
              versions.computeIfAbsent(bigram, unknown -> new TreeMap<>());
          if (!ofBigram.isEmpty()) {
            superseded.add(new Superseded(bigram, ofBigram.lastKey(), trial));
          }
          ofBigram.put(trial, weights);
        });
    livingByTrial.put(trial, left.size());
  }

  /** Returns the weights of the last of the trials 1…{@code informedBy} that had this bigram. */
  Optional<LayerWeights> find(Bigram bigram, int informedBy) {
    NavigableMap<Integer, LayerWeights> ofBigram = versions.get(bigram);
    return ofBigram == null
        ? Optional.empty()
        : Optional.ofNullable(ofBigram.floorEntry(informedBy)).map(Map.Entry::getValue);
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
      NavigableMap<Integer, LayerWeights> ofBigram = versions.get(old.bigram());
      if (ofBigram != null && ofBigram.remove(old.trial()) != null) {
        if (livingByTrial.merge(old.trial(), -1, Integer::sum) == 0) {
          livingByTrial.remove(old.trial());
          forgotten.add(old.trial());
        }
      }
    }
    return forgotten;
  }

  /** Returns the newest version of each bigram, sorted by its text. */
  Map<Bigram, LayerWeights> newest() {
    Map<Bigram, LayerWeights> newest = new LinkedHashMap<>();
    versions.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(entry -> newest.put(entry.getKey(), entry.getValue().lastEntry().getValue()));
    return newest;
  }

  /** Returns the number of versions kept. */
  int size() {
    return livingByTrial.values().stream().mapToInt(Integer::intValue).sum();
  }
}
