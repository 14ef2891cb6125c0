package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says.
 *
 * @param comparison what was run
 * @param arms each arm on each problem, by problem in the order of the file, best arm first
 * @param pairs each tested pair on each problem
 * @param ranks all arms together, or null where there are fewer than three, or fewer than two
 *     blocks that all arms have
 * @param verdict sentences for a person, the most important first, none of which says more than the
 *     numbers
 * @param assumptions on which the numbers rest, and what was left out
 */
public record ComparisonResults(
    ComparisonRecord comparison,
    List<ArmResult> arms,
    List<PairResult> pairs,
    @Nullable Ranks ranks,
    List<String> verdict,
    List<String> assumptions) {

  /** Checks and copies. */
  public ComparisonResults {
    Objects.requireNonNull(comparison);
    arms = List.copyOf(arms);
    pairs = List.copyOf(pairs);
    verdict = List.copyOf(verdict);
    assumptions = List.copyOf(assumptions);
  }
}
