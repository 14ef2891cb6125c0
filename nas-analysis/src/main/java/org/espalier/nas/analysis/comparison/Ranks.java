package org.espalier.nas.analysis.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Friedman's test with Nemenyi's critical difference (Demšar 2006).
 *
 * @param blocks kind of the blocks
 * @param count number of blocks
 * @param statistic Friedman's chi-squared, corrected for ties
 * @param p p-value
 * @param meanRanks mean rank of each arm, 1 for the best, ascending
 * @param criticalDifference least significant difference of mean ranks at the protocol's alpha
 * @param groups maximal groups of at least two arms without significant differences; a single group
 *     of all arms if p is above the protocol's alpha
 */
public record Ranks(
    Blocks blocks,
    int count,
    double statistic,
    double p,
    Map<String, Double> meanRanks,
    double criticalDifference,
    List<List<String>> groups) {

  /** The kind of the blocks within which arms are ranked. */
  public enum Blocks {
    /** Mean scores are ranked within each problem. */
    PROBLEMS,
    /** Final scores are ranked within each seed of a single problem. */
    SEEDS
  }

  /** Checks and copies. */
  public Ranks {
    Objects.requireNonNull(blocks);
    meanRanks = Collections.unmodifiableMap(new LinkedHashMap<>(meanRanks));
    groups = groups.stream().map(List::copyOf).toList();
  }
}
