package org.espalier.nas.dashboard.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.experiment.file.ComparisonDraft;
import org.espalier.nas.experiment.file.ResolvedSettings;
import org.espalier.nas.experiment.run.RunProvenance;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.text.Durations;
import org.jspecify.annotations.Nullable;

/** Studies beside each other: curves, final numbers, and the settings that differ. */
final class StudyComparison {

  private final StudyRepository studies;
  private final List<Named> compared;

  /**
   * A study.
   *
   * @param name its name in the library
   */
  record Named(String name, StoredStudy study) {}

  StudyComparison(StudyRepository studies, List<Named> compared) {
    this.studies = studies;
    this.compared = List.copyOf(compared);
  }

  /** Returns the comparison as maps, lists and single values. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("studies", compared.stream().map(this::line).toList());
    List<Map<String, String>> settings = new ArrayList<>();
    List<Map<String, String>> facts = new ArrayList<>();
    for (Named named : compared) {
      settings.add(inForce(named));
      facts.add(RunProvenance.withoutFindings(named.study().description().provenance()));
    }
    tree.put("settings", StudyTable.differences(settings));
    tree.put("provenance", StudyTable.differences(facts));
    Optional<String> draft = draft();
    draft.ifPresent(yaml -> tree.put("draft", yaml));
    return tree;
  }

  /** Returns a comparison file of the studies; empty if they differ in names and seeds alone. */
  Optional<String> draft() {
    ComparisonDraft draft = new ComparisonDraft();
    compared.forEach(
        named -> draft.add(named.name(), named.study().description().name(), settings(named)));
    return draft.yaml();
  }

  private static ResolvedSettings settings(Named named) {
    return ResolvedSettings.parse(named.study().description().yaml());
  }

  /** Returns the settings of the study's file, with the limits that people set since. */
  private static Map<String, String> inForce(Named named) {
    Map<String, String> settings = new LinkedHashMap<>(settings(named).byPath());
    Budget changed = Budget.unlimited().after(named.study().steering());
    put(settings, "trials", changed.trials());
    put(settings, "wallClock", changed.wallClock());
    put(settings, "epochs", changed.epochs());
    put(settings, "seconds", changed.seconds());
    return settings;
  }

  private static void put(Map<String, String> settings, String limit, @Nullable Object value) {
    if (value != null) {
      String text = value instanceof Duration time ? Durations.format(time) : value.toString();
      settings.put("budget." + limit, text);
    }
  }

  private Map<String, Object> line(Named named) {
    StoredStudy study = named.study();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("study", named.name());
    line.put("name", study.description().name());
    line.put("seed", study.description().seed());
    line.put("status", RunStatus.of(study, studies).text());
    line.put("commands", study.steering().stream().filter(SteeringEvent::changedSearch).count());
    line.put("trials", study.results().size());
    line.put("failed", study.results().stream().filter(result -> !result.succeeded()).count());
    best(study)
        .ifPresent(
            best -> {
              line.put("best", best.reward().orElseThrow());
              line.put("bestTrial", best.trial().number());
              line.put("architecture", best.trial().proposal().architecture().summary());
            });
    line.put(
        "epochs",
        study.trials().stream()
            .filter(trial -> trial.finished() != null)
            .mapToLong(IncumbentCurves::epochs)
            .sum());
    line.put("seconds", seconds(study));
    line.put("curves", new IncumbentCurves(study).tree());
    return line;
  }

  private static double seconds(StoredStudy study) {
    return study.trials().stream()
        .map(StoredTrial::finishedAt)
        .flatMap(time -> Optional.ofNullable(time).stream())
        .max(Comparable::compareTo)
        .map(last -> new RunningTime(study).secondsUntil(last))
        .orElse(0.0);
  }

  private static Optional<TrialResult> best(StoredStudy study) {
    TrialResult best = null;
    for (TrialResult result : study.results()) {
      if (result.reward().isPresent()
          && (best == null || result.reward().getAsDouble() > best.reward().orElseThrow())) {
        best = result;
      }
    }
    return Optional.ofNullable(best);
  }
}
