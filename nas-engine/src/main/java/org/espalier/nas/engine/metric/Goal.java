package org.espalier.nas.engine.metric;

/** What is better. */
public enum Goal {
  /** Less of a metric whose name ends in {@code loss} or {@code mae}, more of any other. */
  AUTO,
  /** More. */
  MAXIMIZE,
  /** Less. */
  MINIMIZE;

  /** Whether less of this metric is better. */
  public boolean minimizes(String metric) {
    return this == AUTO ? metric.endsWith("loss") || metric.endsWith("mae") : this == MINIMIZE;
  }

  /** A value of this metric as a score, of which more is better. */
  public double score(String metric, double value) {
    return minimizes(metric) ? -value : value;
  }
}
