package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Settings of a component that name metrics, which are then checked before the first trial.
 *
 * <p>The config record of a reward, a stopping rule or any other component implements it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface MetricSettings {

  /**
   * Returns the metrics that must be measured, by the settings that name them.
   *
   * @return for the path of each such setting, the names of metrics of which one must be measured:
   *     {@code {metric=[validation.accuracy, validation.r2]}}
   */
  Map<String, List<String>> requiredMetrics();
}
