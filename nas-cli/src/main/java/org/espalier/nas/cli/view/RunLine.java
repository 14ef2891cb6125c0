package org.espalier.nas.cli.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of runs.
 *
 * @param run its name and id
 * @param begun time of creation, or null if its store cannot be read
 * @param status status of the run
 * @param holder the process that works on it, in words, or null
 * @param trials number of finished trials
 * @param seed seed of its random draws
 * @param best the highest reward, or null if no trial has one
 * @param front number of trials in the front of several objectives; 0 if there is none
 * @param bestText the best in words: the reward, the value of the only objective, or the front
 */
public record RunLine(
    String run,
    @Nullable Instant begun,
    String status,
    @Nullable String holder,
    int trials,
    long seed,
    @Nullable Double best,
    int front,
    String bestText) {
  private static final String ABSENT = "\u2013";
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Returns the row of a run; one that cannot be read is marked as such.
   *
   * @param run its name and id
   * @param key its key in the repository
   */
  public static RunLine of(StudyRepository studies, String run, String key) {
    try {
      StoredStudy study = studies.read(key);
      StudyHistory history = study.history();
      Optional<TrialResult> best = Ranking.incumbent(history);
      int front =
          history.objectives().size() > 1
              ? TrialFront.of(history.objectives(), history.results()).size()
              : 0;
      return new RunLine(
          run,
          study.description().createdAt(),
          RunStatus.of(study, studies).text(),
          studies.holder(key).orElse(null),
          history.results().size(),
          study.description().seed(),
          best.map(TrialResult::value).orElse(null),
          front,
          best.map(result -> text(history, result, front)).orElse(ABSENT));
    } catch (NasException unreadable) {
      return new RunLine(run, null, "unreadable", null, 0, 0, null, 0, ABSENT);
    }
  }

  private static String text(StudyHistory history, TrialResult best, int front) {
    String size = "front of " + front;
    if (history.several()) {
      return size;
    }
    return history.objectives().size() == 1
        ? new ObjectiveColumns(history).words(best)
        : TrialTable.decimals(best.value()) + (front == 0 ? "" : ", " + size);
  }

  /** Returns the status, with the process that works on the run. */
  public String statusText() {
    return holder == null ? status : status + ", " + holder;
  }

  /** Returns the time of creation to the minute. */
  public String begunText() {
    return begun == null ? ABSENT : MINUTES.format(begun);
  }

  /** Returns the row as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run", run);
    if (begun != null) {
      tree.put("begun", begun.toString());
    }
    tree.put("status", status);
    if (holder != null) {
      tree.put("holder", holder);
    }
    tree.put("trials", trials);
    tree.put("seed", seed);
    if (best != null) {
      tree.put("bestReward", best);
    }
    if (front > 0) {
      tree.put("front", front);
    }
    return tree;
  }
}
