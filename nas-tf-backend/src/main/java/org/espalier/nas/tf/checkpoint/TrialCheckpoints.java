package org.espalier.nas.tf.checkpoint;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints that trials of a study write for the trials that continue them.
 *
 * <p>A checkpoint is on disk before its trial's result can be stored, and is deleted once the study
 * cannot need it any more. The number of files never exceeds that of the trials that may be
 * continued, are being continued, or are not told yet; a study whose controller continues no trials
 * writes nothing.
 */
public final class TrialCheckpoints implements StudyListener {
  private static final String EXTENSION = ".checkpoint";
  private static final Pattern NAME =
      Pattern.compile(
          "trial-(\\d{1,9})"
              + Pattern.quote(EXTENSION)
              + "("
              + Pattern.quote(AtomicFile.PARTIAL_SUFFIX)
              + ")?");

  private final Path folder;
  private final Map<Integer, TrialCheckpoint> unstored = new HashMap<>();
  private Set<Integer> retained = Set.of();

  /** Creates the checkpoints of a run; nothing is written before the first checkpoint. */
  @Inject
  public TrialCheckpoints(RunFolder run) {
    this.folder = run.path().resolve("checkpoints");
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
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CheckpointException(
          "The folder " + folder + " cannot be created: " + IoReason.of(e) + ".", e);
    }
    file(result.trial().number()).write(left);
  }

  /** Deletes all other checkpoints, including those of an earlier session. */
  @Override
  public synchronized void retained(Set<Integer> trials) {
    retained = Set.copyOf(trials);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && !retained.contains(Integer.parseInt(name.group(1)))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new CheckpointException(
          "Old checkpoints cannot be deleted: " + IoReason.of(e) + ".", e);
    }
  }

  /** Deletes the folder if no checkpoint is needed any more. */
  @Override
  public synchronized void ended() {
    unstored.clear();
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException stillNeeded) {
      // A resumed study starts from these.
    } catch (IOException e) {
      throw new CheckpointException(
          "The folder " + folder + " cannot be deleted: " + IoReason.of(e) + ".", e);
    }
  }

  private CheckpointFile file(int trial) {
    return new CheckpointFile(folder.resolve("trial-" + trial + EXTENSION));
  }
}
