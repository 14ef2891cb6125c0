package org.espalier.nas.dashboard.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.engine.steering.Annotations;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.TrialCounts;
import org.espalier.nas.experiment.file.StoredBudget;
import org.espalier.nas.experiment.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * Head of a study: its name, status, counts, best reward and times.
 *
 * @param outline the study's outline
 * @param holder the process that works on the study, in words, or null if none does
 * @param budget the limits of its experiment
 */
record StudyHead(StudyOutline outline, @Nullable String holder, StoredBudget budget) {

  /** Returns true if a study is running if somebody holds it, and interrupted otherwise. */
  static boolean isOpen(StudyOutline outline) {
    return RunStatus.of(outline, true) == RunStatus.RUNNING;
  }

  RunStatus status() {
    return RunStatus.of(outline, holder != null);
  }

  boolean isRunning() {
    return status() == RunStatus.RUNNING;
  }

  /** Returns the head as a tree for JSON, with its times at a moment. */
  Map<String, Object> tree(String name, Instant now) {
    TrialCounts counts = outline.counts();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("study", name);
    tree.put("name", outline.description().name());
    tree.put("seed", outline.description().seed());
    tree.put("begun", outline.description().createdAt().toString());
    tree.put("status", status().text());
    put(tree, "holder", holder);
    tree.put("trials", counts.trials());
    tree.put("finished", counts.finished());
    tree.put("failed", counts.failed());
    tree.put("infeasible", counts.infeasible());
    tree.put("running", isRunning() ? counts.running() : 0);
    put(tree, "best", outline.best());
    put(tree, "front", outline.front());
    put(tree, "budgetTrials", limits().trials());
    Annotations said = Annotations.of(outline.steering());
    tree.put("tags", List.copyOf(said.tags()));
    tree.put("note", said.note());
    tree.put("steering", outline.steering().size());
    tree.put("seconds", worked(now).toMillis() / 1000.0);
    remaining(now).ifPresent(left -> tree.put("remainingSeconds", left.toMillis() / 1000.0));
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
    if (value != null) {
      tree.put(name, value);
    }
  }

  private Duration worked(Instant now) {
    Duration worked = outline.worked(isRunning() ? now : null);
    return worked.isNegative() ? Duration.ZERO : worked;
  }

  /**
   * Returns an estimate of the time until a running study reaches its budget: the time worked so
   * far, divided by the number of finished trials, times the number of trials left; but no more
   * than the time limit leaves. Empty if there is no such limit, or no trial has finished yet.
   * Trials that become longer, as those of Hyperband do, make it too short. A search that a person
   * ended has the outstanding trials left.
   */
  private Optional<Duration> remaining(Instant now) {
    if (!isRunning()) {
      return Optional.empty();
    }
    Duration worked = worked(now);
    return Stream.of(byTrials(worked), byTime(worked))
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  private StoredBudget limits() {
    return budget.after(outline.steering());
  }

  /** Returns true if a person ended the search, and no larger budget lets it go on. */
  private boolean isStopped() {
    boolean stopped = false;
    for (SteeringEvent event : outline.steering()) {
      if (event.changedSearch()) {
        stopped =
            event.command() instanceof SteeringCommand.StopStudy
                || (stopped && !(event.command() instanceof SteeringCommand.ChangeBudget));
      }
    }
    return stopped;
  }

  private Optional<Duration> byTrials(Duration worked) {
    Integer trials = isStopped() ? Integer.valueOf(outline.counts().trials()) : limits().trials();
    int finished = outline.counts().finished();
    if (trials == null || finished == 0) {
      return Optional.empty();
    }
    double left = Math.max(0, trials - finished);
    return Optional.of(Duration.ofMillis(Math.round(worked.toMillis() * left / finished)));
  }

  private Optional<Duration> byTime(Duration worked) {
    return Optional.ofNullable(limits().wallClock())
        .map(limit -> limit.compareTo(worked) > 0 ? limit.minus(worked) : Duration.ZERO);
  }
}
