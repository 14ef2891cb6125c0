package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import org.apiguardian.api.API;
import org.espalier.nas.api.space.Architecture;

/**
 * An evaluation problem with known true values: a table of all architectures, a formula. Evaluators
 * implement it.
 *
 * <p>Controllers never see it. Comparisons use it to report the true quality of the architectures
 * found, where measurements are noisy or were taken after few epochs, and their distance from the
 * optimum.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface KnownProblem {

  /**
   * Returns the metrics of an architecture after all epochs, without noise, and its facts.
   *
   * @return values by the names that measurements and facts have, including {@code test.accuracy}
   *     and so on if known; empty if nothing is known of the architecture
   */
  Map<String, Double> truth(Architecture architecture);

  /**
   * Returns the best {@link #truth} of any architecture of the space, separately for each metric.
   *
   * @return values by the names of metrics; none for a metric whose optimum is unknown
   */
  Map<String, Double> optimum();

  /**
   * Returns the mean {@link #truth} of all architectures of the space: the expected value of a
   * random one, beside which the gain of a search is reported (Yang, Esperança and Carlucci 2020,
   * <i>NAS evaluation is frustratingly hard</i>).
   *
   * @return values by the names of metrics; none for a metric whose mean is unknown
   */
  default Map<String, Double> average() {
    return Map.of();
  }

  /**
   * Returns the standard deviation of one measurement after all epochs around the truth, for each
   * metric.
   *
   * @return values by the names of metrics, not negative; none for a metric whose noise is unknown
   */
  default Map<String, Double> noise() {
    return Map.of();
  }
}
