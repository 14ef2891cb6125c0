package org.espalier.nas.engine.metric;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.MetricSettings;

/** Settings whose key {@code metric} names one metric, or chooses it by what is measured. */
public interface ChosenMetric extends MetricSettings {

  /** Returns the metric's name, or {@value MetricChoice#AUTO}. */
  String metric();

  @Override
  default Map<String, List<String>> requiredMetrics() {
    return Map.of("metric", new MetricChoice(metric()).candidates());
  }
}
