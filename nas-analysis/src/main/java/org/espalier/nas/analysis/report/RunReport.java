package org.espalier.nas.analysis.report;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.study.StudyHistory;

/**
 * The content of the report of a run.
 *
 * @param name name of the experiment
 * @param id name of the run among those of the experiment
 * @param status status in words: {@code finished}, {@code interrupted}
 * @param seed seed of the run
 * @param task prediction task in words: {@code quality (low, medium, high)}
 * @param reward reward in words: {@code validation.accuracy, mean over the epochs − 0.5}
 * @param metric metric of plots and tables
 * @param history finished trials and diagnostics
 * @param findings findings of the data audit
 * @param elapsed running time without pauses
 * @param settings resolved experiment as YAML
 * @param provenance versions, hashes and machine by name, in the order of the report
 * @param subjects networks of the best trials and images
 */
public record RunReport(
    String name,
    String id,
    String status,
    long seed,
    String task,
    String reward,
    DisplayMetric metric,
    StudyHistory history,
    List<Finding> findings,
    Duration elapsed,
    String settings,
    Map<String, String> provenance,
    RunSubjects subjects) {

  /** Checks and copies. */
  public RunReport {
    Objects.requireNonNull(name);
    Objects.requireNonNull(id);
    Objects.requireNonNull(status);
    Objects.requireNonNull(task);
    Objects.requireNonNull(reward);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(history);
    findings = List.copyOf(findings);
    Objects.requireNonNull(elapsed);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(subjects);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** Creates the report of a run without networks and images. */
  public RunReport(
      String name,
      String id,
      String status,
      long seed,
      String task,
      String reward,
      DisplayMetric metric,
      StudyHistory history,
      List<Finding> findings,
      Duration elapsed,
      String settings,
      Map<String, String> provenance) {
    this(
        name,
        id,
        status,
        seed,
        task,
        reward,
        metric,
        history,
        findings,
        elapsed,
        settings,
        provenance,
        RunSubjects.none());
  }

  /** Returns this report with networks and images. */
  public RunReport with(RunSubjects shown) {
    return new RunReport(
        name,
        id,
        status,
        seed,
        task,
        reward,
        metric,
        history,
        findings,
        elapsed,
        settings,
        provenance,
        shown);
  }
}
