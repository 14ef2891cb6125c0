package org.espalier.nas.spark;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.remote.RemoteException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Call of a function, which is repeated if its machine is lost. */
final class FunctionCall extends CompletableFuture<byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(FunctionCall.class);

  /** A call that loses so many machines fails: it may be what ends them. */
  private static final int MOST_LOSSES = 3;

  private final SparkJobs jobs;
  private final String function;
  private final byte[] argument;
  private final String tag;
  private int losses;

  FunctionCall(SparkJobs jobs, String function, byte[] argument) {
    this.jobs = jobs;
    this.function = function;
    this.argument = argument;
    this.tag = function + "-" + UUID.randomUUID();
  }

  /** Submits the call; again, if it was lost. */
  void launch() {
    try {
      CompletableFuture<byte[]> unused =
          jobs.submit(tag, argument, new FunctionTask(function)).whenComplete(this::ended);
    } catch (RuntimeException e) {
      completeExceptionally(new RemoteException(JobFailure.reason(e), e));
    }
    if (isCancelled()) {
      end();
    }
  }

  private void ended(byte @Nullable [] result, @Nullable Throwable failure) {
    try {
      if (result != null) {
        complete(FunctionResult.read(result));
      } else if (failure != null && !isDone()) {
        failed(JobFailure.end(cause(failure)));
      }
    } catch (RuntimeException e) {
      completeExceptionally(e);
    }
  }

  private void failed(AttemptEnd end) {
    if (end instanceof AttemptEnd.Lost lost) {
      losses++;
      LOG.warn("The function {} was lost ({} of {}): {}", function, losses, MOST_LOSSES, lost);
      if (losses < MOST_LOSSES) {
        launch();
      } else {
        completeExceptionally(
            new RemoteException(
                "%d executors were lost while they computed %s. The last reason: %s"
                    .formatted(losses, function, lost.reason())));
      }
    } else if (end instanceof AttemptEnd.Broken broken) {
      completeExceptionally(broken.cause());
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  @Override
  public boolean cancel(boolean interrupt) {
    boolean cancelled = super.cancel(interrupt);
    end();
    return cancelled;
  }

  private void end() {
    jobs.cancel(tag, "the call is cancelled");
  }
}
