package org.espalier.nas.engine.metric;

/** Direction of improvement of a metric. */
public enum Goal {
  /**
   * Minimises metrics whose names end in {@code loss}, {@code mae} or {@code rmse}, and maximises
   * all others.
   */
  AUTO,
  /** Maximises the metric. */
  MAXIMIZE,
  /** Minimises the metric. */
  MINIMIZE;

  /** Returns true if this metric is minimised. */
  public boolean minimizes(String metric) {
    return this == AUTO
        ? metric.endsWith("loss") || metric.endsWith("mae") || metric.endsWith("rmse")
        : this == MINIMIZE;
  }

  /** Returns a value of this metric as a score to maximise. */
  public double score(String metric, double value) {
    return minimizes(metric) ? -value : value;
  }
}
