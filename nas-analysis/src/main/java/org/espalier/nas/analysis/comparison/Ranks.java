package org.espalier.nas.analysis.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Friedman's test with Nemenyi's critical difference (Demšar 2006).
 *
 * @param blocks what was ranked, in words: {@code 4 problems} or, of one problem, {@code 30 seeds}
 * @param count how many blocks there were
 * @param statistic Friedman's chi-squared, corrected for ties
 * @param p its probability
 * @param meanRanks of each arm, 1 the best, lowest first
 * @param criticalDifference by which mean ranks must differ at the protocol's alpha
 * @param groups arms that cannot be told apart, largest groups of at least two only; one group of
 *     all arms if p is above the protocol's alpha
 */
public record Ranks(
    String blocks,
    int count,
    double statistic,
    double p,
    Map<String, Double> meanRanks,
    double criticalDifference,
    List<List<String>> groups) {

  /** Checks and copies. */
  public Ranks {
    Objects.requireNonNull(blocks);
    meanRanks = Collections.unmodifiableMap(new LinkedHashMap<>(meanRanks));
    groups = groups.stream().map(List::copyOf).toList();
  }
}
