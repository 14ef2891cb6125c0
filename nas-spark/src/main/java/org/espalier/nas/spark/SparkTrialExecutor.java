package org.espalier.nas.spark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.TrialAttempt;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executors of a Spark cluster as the place where trials are evaluated, one job a trial. */
final class SparkTrialExecutor implements TrialExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(SparkTrialExecutor.class);

  /** Time that abandoned trials have to end by themselves, as those do that train. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long PAUSE_MILLIS = 20;

  private final String study;
  private final SparkJobs jobs;
  private final RemoteAttempts attempts;

  /**
   * Creates the executor.
   *
   * @param study the name of the study among those of this process
   * @param attempts the study's side
   */
  SparkTrialExecutor(String study, SparkJobs jobs, RemoteAttempts attempts) {
    this.study = study;
    this.jobs = jobs;
    this.attempts = attempts;
    DriverSide.add(study, attempts::answer);
  }

  @Override
  public void submit(TrialAttempt attempt) {
    launch(attempts.add(attempt));
  }

  private void launch(long id) {
    CompletableFuture<byte[]> unused =
        jobs.submit(tag(id), id, new EvaluationTask(study))
            .whenComplete((end, failure) -> completed(id, end, failure));
  }

  private void completed(long id, byte @Nullable [] end, @Nullable Throwable failure) {
    try {
      if (end != null) {
        attempts.returned(id, end);
      } else if (failure != null && !attempts.ended(id, JobFailure.end(failure))) {
        launch(id);
      }
    } catch (RuntimeException | Error e) {
      boolean unused = attempts.ended(id, new AttemptEnd.Broken(e));
    }
  }

  private String tag(long id) {
    return study + "-" + id;
  }

  @Override
  public List<TrialAttempt> drop() {
    Map<Long, TrialAttempt> dropped = attempts.drop();
    dropped.keySet().forEach(id -> jobs.cancel(tag(id), "the trial is not wanted any more"));
    return List.copyOf(dropped.values());
  }

  @Override
  public void giveUp(TrialAttempt attempt, boolean interrupt) {
    // The study's own listeners run here, so that an evaluation there can always be interrupted.
    attempts.giveUp(attempt).ifPresent(id -> jobs.cancel(tag(id), "the trial is given up"));
  }

  @Override
  public void close() {
    boolean interrupted = false;
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!attempts.open().isEmpty() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (long id : attempts.abandonOpen()) {
      LOG.debug("The attempt {} is cancelled, since it did not end by itself", id);
      jobs.cancel(tag(id), "the study has ended");
    }
    DriverSide.remove(study);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
