package org.espalier.nas.engine.metric;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.Measurement;

/**
 * A metric by its name, or the first default metric that is measured.
 *
 * @param name the metric's name, or {@value #AUTO}: {@code validation.accuracy} where it is
 *     measured, else {@code validation.r2}
 */
public record MetricChoice(String name) {

  /** Name that selects the first default metric that is measured. */
  public static final String AUTO = "auto";

  private static final List<String> CHOSEN_BY_AUTO =
      List.of(Measurement.VALIDATION_ACCURACY, "validation.r2");

  /** Checks the name. */
  public MetricChoice {
    check(name);
  }

  /**
   * Checks a setting named {@code metric}.
   *
   * @throws InvalidSettingException if it is blank
   */
  public static void check(String metric) {
    if (metric.isBlank()) {
      throw new InvalidSettingException(
          "metric", "metric must not be blank; auto chooses by what is measured.");
    }
  }

  /** Returns the metric's name; empty if none of the possible metrics was measured. */
  public Optional<String> in(List<Measurement> measurements) {
    return candidates().stream()
        .filter(metric -> measurements.stream().anyMatch(m -> m.metric(metric).isPresent()))
        .findFirst();
  }

  /**
   * Returns the error for a metric that was not measured.
   *
   * @param needing the component that needs the metric: {@code The reward}
   */
  public NasException missing(String needing, List<Measurement> measurements) {
    TreeSet<String> measured = new TreeSet<>();
    measurements.forEach(m -> measured.addAll(m.metrics().keySet()));
    return new NasException(
        "%s needs %s, which was not measured; measured were %s. Set metric to one of these."
            .formatted(needing, this, measured));
  }

  /** Returns the possible names, at least one, in order of preference. */
  List<String> candidates() {
    return name.equals(AUTO) ? CHOSEN_BY_AUTO : List.of(name);
  }

  /** Returns the name, or the possible names: {@code validation.accuracy or validation.r2}. */
  @Override
  public String toString() {
    return String.join(" or ", candidates());
  }
}
