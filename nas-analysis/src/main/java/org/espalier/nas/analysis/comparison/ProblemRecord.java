package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.objective.Objective;
import org.jspecify.annotations.Nullable;

/**
 * A problem that all arms search.
 *
 * @param name name in the comparison
 * @param space short description of the search space with its size
 * @param fullEpochs epochs of a trial of full fidelity, positive
 * @param metric metric of the scores; {@code minus validation.loss} for a minimized one
 * @param optimum highest possible score, or null if unknown
 * @param average mean score of all architectures, that is of a random one, or null if unknown
 * @param noise standard deviation of a measurement around the score, or null if unknown
 * @param source origin of the measurements
 * @param costUnit unit of costs
 * @param judged sentences about the origin of the scores, or null
 * @param objectives objectives whose fronts are compared by their hypervolume; empty if scores are
 *     compared
 * @param front the true front: the values of {@code objectives}, in their units, of all
 *     architectures that no other dominates, each combination once; empty if it is unknown
 */
public record ProblemRecord(
    String name,
    String space,
    int fullEpochs,
    String metric,
    @Nullable Double optimum,
    @Nullable Double average,
    @Nullable Double noise,
    MeasurementSource source,
    CostUnit costUnit,
    @Nullable String judged,
    List<Objective> objectives,
    List<List<Double>> front) {

  /** Checks. */
  public ProblemRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(space);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(source);
    Objects.requireNonNull(costUnit);
    objectives = List.copyOf(objectives);
    front = front.stream().map(List::copyOf).toList();
    if (fullEpochs < 1) {
      throw new IllegalArgumentException("fullEpochs (" + fullEpochs + ") must be positive.");
    }
  }

  /** Creates a problem whose scores are compared. */
  public ProblemRecord(
      String name,
      String space,
      int fullEpochs,
      String metric,
      @Nullable Double optimum,
      @Nullable Double average,
      @Nullable Double noise,
      MeasurementSource source,
      CostUnit costUnit,
      @Nullable String judged) {
    this(
        name,
        space,
        fullEpochs,
        metric,
        optimum,
        average,
        noise,
        source,
        costUnit,
        judged,
        List.of(),
        List.of());
  }

  /** Returns the problem with another metric. */
  public ProblemRecord withMetric(String measured) {
    return new ProblemRecord(
        name,
        space,
        fullEpochs,
        measured,
        optimum,
        average,
        noise,
        source,
        costUnit,
        judged,
        objectives,
        front);
  }

  /** Returns the epochs or seconds of one cost unit. */
  int unit() {
    return costUnit == CostUnit.SECONDS ? 1 : fullEpochs;
  }
}
