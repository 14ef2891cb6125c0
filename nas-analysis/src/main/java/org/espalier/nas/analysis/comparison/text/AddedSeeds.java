package org.espalier.nas.analysis.comparison.text;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.ComparisonRecord;

/** The caveat that seeds were added after results had been seen. */
final class AddedSeeds {

  private AddedSeeds() {}

  /** Returns the sentence; empty if the number of seeds was fixed before. */
  static Optional<String> of(ComparisonRecord comparison) {
    List<Integer> seen = comparison.extended();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Seeds were added %s after results had been seen (reports with %s, now %s): p-values and intervals assume a number of seeds fixed in advance and are too favourable."
            .formatted(
                seen.size() == 1 ? "once" : seen.size() + " times",
                Sentences.and(seen.stream().map(count -> Sentences.count(count, "seed")).toList()),
                Sentences.count(comparison.seeds(), "seed")));
  }
}
