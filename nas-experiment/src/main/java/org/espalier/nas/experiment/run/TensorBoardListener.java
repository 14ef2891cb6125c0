package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.jspecify.annotations.Nullable;

/**
 * A listener that keeps a running search's event files up to date.
 *
 * <p>It reads the store every few seconds, less often if reading takes longer. The search has
 * priority over its event files: if they cannot be written, it warns once and stops writing.
 */
final class TensorBoardListener implements StudyListener {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Ratio of waiting to work: reading and writing take at most a thirtieth of the time. */
  private static final int SHARE = 30;

  private final Supplier<StoredStudy> store;
  private final InstantSource clock;
  private final Consumer<String> warned;
  private @Nullable TensorBoardFiles files;
  private Instant next = Instant.MIN;
  private boolean failed;

  /**
   * Creates the listener.
   *
   * @param store reader of the run's study, which need not be stored yet
   * @param warned receiver of the reason why files cannot be written, called at most once
   */
  TensorBoardListener(Supplier<StoredStudy> store, InstantSource clock, Consumer<String> warned) {
    this.store = store;
    this.clock = clock;
    this.warned = warned;
  }

  @Override
  public void told(TrialResult result, int oldestNeeded) {
    Instant begin = clock.instant();
    if (!begin.isBefore(next)) {
      attempt(() -> written(false));
      Instant end = clock.instant();
      Duration took = Duration.between(begin, end).multipliedBy(SHARE);
      next = end.plus(took.compareTo(PAUSE) > 0 ? took : PAUSE);
    }
  }

  @Override
  public void ended() {
    attempt(() -> written(true).close());
  }

  private TensorBoardFiles written(boolean all) {
    StoredStudy study = store.get();
    TensorBoardFiles current =
        files == null ? new TensorBoardFiles(Path.of(study.key()), study.description()) : files;
    files = current;
    if (all) {
      current.writeAll(study);
    } else {
      current.writeTold(study);
    }
    return current;
  }

  private void attempt(Runnable work) {
    if (failed) {
      return;
    }
    try {
      work.run();
    } catch (NasException error) {
      failed = true;
      warned.accept(
          error.getMessage()
              + " The search is not affected. Write them later: nas report RUN --tensorboard");
    }
  }
}
