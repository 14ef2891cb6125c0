package org.espalier.nas.analysis.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the controller said about itself after it was told of a trial.
 *
 * @param afterTrial the number of that trial
 * @param values by name: {@code entropy}, {@code policy.loss}, …
 */
public record DiagnosticsRow(int afterTrial, Map<String, Double> values) {

  /** Copies, in the order of the names. */
  public DiagnosticsRow {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
