package org.espalier.nas.tf.checkpoint;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints that trials of a study write for the trials that continue them.
 *
 * <p>A checkpoint is durable before its trial's result can be stored, and is deleted once the study
 * cannot need it any more. The number of files never exceeds that of the trials that may be
 * continued, are being continued, or are not told yet; a study whose controller continues no trials
 * writes nothing.
 *
 * <p>Trials may be evaluated by other processes with the same artifacts, of which only the process
 * of the study deletes.
 */
public final class TrialCheckpoints implements StudyListener {
  private static final String FOLDER = "checkpoints";
  private static final Pattern KEY =
      Pattern.compile(Pattern.quote(FOLDER + "/") + "trial-(\\d{1,9})\\.checkpoint");

  private final ArtifactStore artifacts;
  private final Map<Integer, TrialCheckpoint> unstored = new HashMap<>();
  private Set<Integer> retained = Set.of();
  private boolean listed;

  /** Creates the checkpoints of a run; nothing is written before the first checkpoint. */
  @Inject
  public TrialCheckpoints(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  /** Returns true if a trial should write a checkpoint, since it may be continued. */
  public synchronized boolean wanted(Trial trial) {
    return retained.contains(trial.number());
  }

  /** Keeps the checkpoint of a trial, which is written before the trial's result. */
  public synchronized void keep(Trial trial, TrialCheckpoint checkpoint) {
    unstored.put(trial.number(), checkpoint);
  }

  /**
   * Returns the checkpoint from which a trial begins.
   *
   * @return the checkpoint of the trial that it continues; empty if it continues none
   * @throws CheckpointException if that checkpoint is missing or damaged
   * @throws org.espalier.nas.api.storage.ArtifactException if it cannot be read
   */
  public Optional<TrialCheckpoint> before(Trial trial) {
    Integer parent = trial.proposal().continuedTrial();
    if (parent == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(file(parent).read());
    } catch (CheckpointException e) {
      throw new CheckpointException(
          "Trial %d cannot continue trial %d. %s".formatted(trial.number(), parent, e.getMessage()),
          e);
    }
  }

  @Override
  public void storing(TrialResult result) {
    @Nullable TrialCheckpoint left;
    synchronized (this) {
      left = unstored.remove(result.trial().number());
    }
    if (left == null || result.outcome() instanceof Outcome.Failed) {
      return;
    }
    file(result.trial().number()).write(left);
  }

  /**
   * Deletes all other checkpoints. Those that this process does not know of are found by its first
   * call, and once none is needed any more: of earlier sessions, and of processes that were taken
   * for dead. Other calls list nothing, which takes a while on a server.
   */
  @Override
  public synchronized void retained(Set<Integer> trials) {
    boolean last = trials.isEmpty() && !retained.isEmpty();
    Set<Integer> before = listed && !last ? retained : present();
    listed = true;
    retained = Set.copyOf(trials);
    for (int trial : before) {
      if (!retained.contains(trial)) {
        artifacts.delete(key(trial));
      }
    }
  }

  @Override
  public synchronized void ended() {
    unstored.clear();
  }

  private Set<Integer> present() {
    Set<Integer> trials = new HashSet<>();
    for (String key : artifacts.keys(FOLDER)) {
      Matcher ofTrial = KEY.matcher(key);
      if (ofTrial.matches()) {
        trials.add(Integer.parseInt(ofTrial.group(1)));
      }
    }
    return trials;
  }

  private CheckpointFile file(int trial) {
    return new CheckpointFile(artifacts, key(trial));
  }

  private static String key(int trial) {
    return FOLDER + "/trial-" + trial + ".checkpoint";
  }
}
