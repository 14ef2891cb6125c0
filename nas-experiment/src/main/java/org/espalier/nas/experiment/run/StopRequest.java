package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request of another process to end a run, made by a file in the run's folder. Unlike a signal it
 * cannot reach a process by mistake, and it works in containers and on every operating system.
 *
 * @param folder the run's folder
 */
public record StopRequest(Path folder) {
  private static final String FILE = "study.stop";
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Logger LOG = LoggerFactory.getLogger(StopRequest.class);

  /**
   * Asks the process that works on the run to end it.
   *
   * @throws NasException if the folder cannot be written
   */
  public void make() {
    try {
      Files.writeString(file(), "");
    } catch (IOException error) {
      throw new NasException(
          "%s cannot be written (%s). Check the permissions of the folder."
              .formatted(file(), IoReason.of(error)),
          error);
    }
  }

  /** Takes the request back. */
  public void withdraw() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException error) {
      LOG.warn("{} cannot be deleted: {}", file(), IoReason.of(error));
    }
  }

  /**
   * Does work; a request during the work runs {@code interrupt} once. A request that is older than
   * the work is discarded.
   *
   * @param interrupt ends the work soon; called from another thread
   * @return the result of {@code work}
   */
  public <T> T during(Supplier<T> work, Runnable interrupt) {
    withdraw();
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "stop-request");
              thread.setDaemon(true);
              return thread;
            });
    try {
      var checks =
          watch.scheduleWithFixedDelay(
              () -> take(interrupt), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      try {
        return work.get();
      } finally {
        checks.cancel(false);
      }
    } finally {
      watch.shutdownNow();
      withdraw();
    }
  }

  private void take(Runnable interrupt) {
    if (Files.exists(file())) {
      LOG.info("Another process asks to stop");
      withdraw();
      interrupt.run();
    }
  }

  private Path file() {
    return folder.resolve(FILE);
  }
}
