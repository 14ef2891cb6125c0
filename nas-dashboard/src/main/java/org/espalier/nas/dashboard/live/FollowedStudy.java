package org.espalier.nas.dashboard.live;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.engine.steering.Annotations;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.experiment.file.StoredBudget;
import org.jspecify.annotations.Nullable;

/**
 * State of a study at one moment, with the history of its changes since it was first read: for each
 * trial, the number of the last change. Immutable.
 */
public final class FollowedStudy {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 6;

  private final String history;
  private final int change;
  private final StoredStudy study;
  private final StudyHead head;
  private final Map<String, Integer> decisions;
  private final int[] changes;
  private final Annotations annotations;
  private final Set<Integer> enqueued;

  private FollowedStudy(
      String history,
      int change,
      StoredStudy study,
      StudyHead head,
      Map<String, Integer> decisions,
      int[] changes) {
    this.history = history;
    this.change = change;
    this.study = study;
    this.head = head;
    this.decisions = decisions;
    this.changes = changes;
    this.annotations = Annotations.of(study.steering());
    this.enqueued =
        study.steering().stream()
            .flatMap(event -> event.enqueuedTrial().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the first state of a new history. */
  static FollowedStudy first(StoredStudy study, @Nullable String holder) {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    StudyHead head =
        new StudyHead(StudyOutline.of(study), holder, StoredBudget.of(study.description().yaml()));
    int[] changes = new int[study.trials().size()];
    return new FollowedStudy(
        HexFormat.of().formatHex(id), 0, study, head, decisions(Map.of(), study, 0), changes);
  }

  /** Returns the next state; this one if nothing has changed. */
  FollowedStudy next(StoredStudy now, @Nullable String holder) {
    if (!study.isSameStudy(now.description())) {
      return first(now, holder);
    }
    StoredBudget budget =
        now.description().yaml().equals(study.description().yaml())
            ? head.budget()
            : StoredBudget.of(now.description().yaml());
    StudyHead next = new StudyHead(StudyOutline.of(now), holder, budget);
    int[] changed = Arrays.copyOf(changes, now.trials().size());
    boolean same = next.equals(head) && now.diagnostics().size() == study.diagnostics().size();
    Set<Integer> noted = noted(now);
    for (int i = 0; i < changed.length; i++) {
      if (i >= changes.length || noted.contains(i + 1) || differs(i, now.trials().get(i), next)) {
        changed[i] = change + 1;
        same = false;
      }
    }
    return same
        ? this
        : new FollowedStudy(
            history, change + 1, now, next, decisions(decisions, now, changes.length), changed);
  }

  /** Returns the trials about which there is a new note. */
  private Set<Integer> noted(StoredStudy now) {
    return now.steering().stream()
        .skip(study.steering().size())
        .flatMap(
            event ->
                event.command() instanceof SteeringCommand.Note note
                    ? Optional.ofNullable(note.trial()).stream()
                    : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean differs(int index, StoredTrial now, StudyHead next) {
    StoredTrial before = study.trials().get(index);
    return !before.equals(now) || isRunning(before, head) != isRunning(now, next);
  }

  private static boolean isRunning(StoredTrial trial, StudyHead head) {
    return trial.finished() == null
        && head.isRunning()
        && trial.isStartedSince(StudyOutline.begun(head.outline().sessions()));
  }

  private static Map<String, Integer> decisions(
      Map<String, Integer> before, StoredStudy study, int known) {
    Map<String, Integer> decisions = new LinkedHashMap<>(before);
    for (StoredTrial trial : study.trials().subList(known, study.trials().size())) {
      for (Choice choice : trial.trial().proposal().architecture().choices()) {
        decisions.putIfAbsent(choice.decision(), decisions.size());
      }
    }
    return decisions;
  }

  /** Returns the study. */
  public StoredStudy study() {
    return study;
  }

  /** Returns a text for this state and all that was before it. */
  public String version() {
    return history + "-" + change;
  }

  /** Returns the number of a change of this history; empty if the text is not of this history. */
  Optional<Integer> change(@Nullable String version) {
    if (version == null || !version.matches(history + "-\\d{1,9}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(version.substring(history.length() + 1));
    return number <= change ? Optional.of(number) : Optional.empty();
  }

  Map<String, Object> head(String name, Instant now) {
    return head.tree(name, now);
  }

  StudyHead head() {
    return head;
  }

  /** Returns the names of the decisions that trials made, in the order of their first use. */
  List<String> decisions() {
    return List.copyOf(decisions.keySet());
  }

  Map<String, Object> row(StoredTrial trial) {
    return TableRow.of(
        trial,
        isRunning(trial, head),
        decisions,
        annotations.trials().get(trial.trial().number()),
        enqueued.contains(trial.trial().number()));
  }

  List<Map<String, Object>> rows() {
    return study.trials().stream().map(this::row).toList();
  }

  /** Returns the rows that are new, or have changed, since a change. */
  List<Map<String, Object>> rowsAfter(int since) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < changes.length; i++) {
      if (changes[i] > since) {
        rows.add(row(study.trials().get(i)));
      }
    }
    return rows;
  }
}
