package org.espalier.nas.analysis.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all arms search.
 *
 * @param name its name in the comparison
 * @param space the search space, in a few words with its size
 * @param fullEpochs the epochs of one trial of full fidelity, positive
 * @param metric the name of the metric that scores are in, {@code minus validation.loss} where less
 *     would be better
 * @param optimum the highest score that there is, or null if it is not known
 * @param noise the standard deviation of one measurement around the score, or null if not known
 * @param answers where measurements come from
 * @param cost what costs are counted in
 * @param judged in sentences, where scores come from and what that means for them, or null if there
 *     is nothing to say
 */
public record ProblemRecord(
    String name,
    String space,
    int fullEpochs,
    String metric,
    @Nullable Double optimum,
    @Nullable Double noise,
    Answers answers,
    CostUnit cost,
    @Nullable String judged) {

  /** Checks. */
  public ProblemRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(space);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(answers);
    Objects.requireNonNull(cost);
    if (fullEpochs < 1) {
      throw new IllegalArgumentException("fullEpochs (" + fullEpochs + ") must be positive.");
    }
  }

  /** How many epochs or seconds cost 1. */
  int unit() {
    return cost == CostUnit.SECONDS ? 1 : fullEpochs;
  }
}
