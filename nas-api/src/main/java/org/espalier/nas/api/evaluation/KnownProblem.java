package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import org.apiguardian.api.API;
import org.espalier.nas.api.space.Architecture;

/**
 * What an evaluator implements that knows the answer: a table of all architectures, a formula.
 *
 * <p>Controllers never see it. Comparisons use it to say how good what was found really is, where
 * measurements are noisy or were taken after few epochs, and how far from the best.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface KnownProblem {

  /**
   * The metrics of an architecture after all epochs, without noise.
   *
   * @return values by the names that measurements have, {@code test.accuracy} and so on where they
   *     are known too; empty if nothing is known of the architecture
   */
  Map<String, Double> truth(Architecture architecture);

  /**
   * The best {@link #truth} that any architecture of the space has, for each metric on its own.
   *
   * @return values by the names of metrics; none for a metric whose best is not known
   */
  Map<String, Double> optimum();

  /**
   * The standard deviation of one measurement after all epochs around the truth, for each metric.
   *
   * @return not negative, by the names of metrics; none for a metric of which it is not known
   */
  default Map<String, Double> noise() {
    return Map.of();
  }
}
