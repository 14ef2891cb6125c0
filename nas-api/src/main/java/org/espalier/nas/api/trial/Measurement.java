package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The metrics of a trial at one step.
 *
 * @param step the epoch after which the metrics were measured, counted from 1
 * @param metrics values by name, sorted by name; {@code loss} and {@code accuracy} belong to the
 *     training part, {@code validation.loss} and so on to the validation part
 */
@API(status = MAINTAINED, since = "0.1")
public record Measurement(int step, Map<String, Double> metrics) {

  /** Name of the loss on the validation part. */
  public static final String VALIDATION_LOSS = "validation.loss";

  /** Name of the accuracy on the validation part. */
  public static final String VALIDATION_ACCURACY = "validation.accuracy";

  /**
   * Suffix of the name of a metric's spread: its standard deviation over the folds of a
   * cross-validation, as {@code validation.accuracy.spread}.
   */
  public static final String SPREAD = ".spread";

  /** Copies the metrics in the order of their names. */
  public Measurement {
    metrics =
        metrics instanceof SortedMetrics
            ? metrics
            : Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /**
   * Returns a measurement that shares the names of its metrics with others, and so needs less
   * memory.
   *
   * @param names names of the metrics in ascending order, each once; shared if immutable
   * @param values a value for each name
   */
  public static Measurement of(int step, List<String> names, double... values) {
    return new Measurement(step, new SortedMetrics(names, values.clone()));
  }

  /** Returns the value of a metric; empty if it was not measured. */
  public OptionalDouble metric(String name) {
    Double value = metrics.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Returns the standard deviation of a metric over the folds of a cross-validation, of which
   * {@link #metric} is the mean; empty if there are no folds.
   */
  public OptionalDouble spread(String name) {
    return metric(name + SPREAD);
  }
}
