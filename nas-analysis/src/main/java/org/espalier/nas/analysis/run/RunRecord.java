package org.espalier.nas.analysis.run;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Everything about a run that reports and plots show: an immutable value.
 *
 * @param identity which run it is
 * @param objective what it tried to make good
 * @param trials the finished trials, in the order of their numbers
 * @param diagnostics what the controller said about itself, in the order of the trials
 * @param findings what is doubtful about the data
 * @param times where the time went
 * @param settings the resolved experiment as YAML text
 * @param provenance what else the results depend on, by name, in the order to be shown
 */
public record RunRecord(
    RunIdentity identity,
    Objective objective,
    List<TrialResult> trials,
    List<DiagnosticsRow> diagnostics,
    List<Finding> findings,
    RunTimes times,
    String settings,
    Map<String, String> provenance) {

  /** Checks, copies and puts trials and diagnostics in order. */
  public RunRecord {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(objective);
    Objects.requireNonNull(times);
    Objects.requireNonNull(settings);
    trials =
        trials.stream()
            .sorted(Comparator.comparingInt((TrialResult result) -> result.trial().number()))
            .toList();
    diagnostics =
        diagnostics.stream().sorted(Comparator.comparingInt(DiagnosticsRow::afterTrial)).toList();
    findings = List.copyOf(findings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** What ended trials early, and what that saved. */
  public StoppingSavings savings() {
    return StoppingSavings.of(trials);
  }

  /** The trials that have a reward. */
  public List<TrialResult> succeeded() {
    return trials.stream().filter(result -> result.reward().isPresent()).toList();
  }

  /** The trials without a reward. */
  public List<TrialResult> failed() {
    return trials.stream().filter(result -> result.reward().isEmpty()).toList();
  }
}
