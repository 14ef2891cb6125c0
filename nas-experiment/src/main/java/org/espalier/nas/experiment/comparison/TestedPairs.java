package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.LocatedComparison;

/** The pairs of arms of a comparison that are tested against each other. */
final class TestedPairs {

  private TestedPairs() {}

  /**
   * Returns the named pairs and every other arm with the reference; all pairs of arms if there is
   * neither.
   */
  static List<Protocol.Pair> of(LocatedComparison located) {
    Comparison comparison = located.comparison();
    List<Protocol.Pair> pairs = new ArrayList<>();
    String reference = comparison.reference();
    comparison.pairs().forEach(pair -> pairs.add(new Protocol.Pair(pair.get(0), pair.get(1))));
    if (reference != null) {
      located.arms().stream()
          .filter(arm -> !arm.equals(reference))
          .map(arm -> new Protocol.Pair(arm, reference))
          .filter(pair -> !pairs.contains(pair))
          .forEach(pairs::add);
    }
    return pairs.isEmpty() ? all(located.arms()) : pairs;
  }

  private static List<Protocol.Pair> all(List<String> arms) {
    List<Protocol.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      for (int j = i + 1; j < arms.size(); j++) {
        pairs.add(new Protocol.Pair(arms.get(i), arms.get(j)));
      }
    }
    return pairs;
  }
}
