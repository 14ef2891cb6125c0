package org.espalier.nas.postgresql;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.sql.Statements;
import org.espalier.nas.engine.store.sql.StudyConnection;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connection to a study in PostgreSQL, which is made again when it breaks. A transaction whose
 * commit was not answered is repeated only if the server did not commit it.
 */
final class PostgresConnection implements StudyConnection {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresConnection.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final PostgresDatabase database;
  private final Lease lease;
  private final Duration patience;
  private final Thread renewal;
  private Handle handle;
  private PipelinedStatements statements;
  private long entry;
  private volatile boolean closed;

  /**
   * Creates the connection.
   *
   * @param handle the connection that acquired the lease
   * @param patience time for which a broken connection is made again
   */
  PostgresConnection(PostgresDatabase database, Handle handle, Lease lease, Duration patience) {
    this.database = database;
    this.lease = lease;
    this.patience = patience;
    this.handle = handle;
    this.statements = new PipelinedStatements(handle.getConnection());
    this.renewal = new Thread(this::keepRenewing, "lease-renewal");
    renewal.setDaemon(true);
    renewal.start();
  }

  @Override
  public synchronized <T> T read(Function<Handle, T> work) {
    if (handle.isInTransaction()) {
      // Only the whole transaction can be repeated.
      statements.send();
      return work.apply(handle);
    }
    while (true) {
      try {
        return work.apply(handle);
      } catch (RuntimeException e) {
        reconnectAfter(e);
      }
    }
  }

  @Override
  public synchronized void transact(Runnable work, BooleanSupplier durable, Runnable undone) {
    long next = entry + 1;
    boolean ended = false;
    while (!ended) {
      try {
        attempt(work, durable, next);
        ended = true;
      } catch (RuntimeException e) {
        rollBack(e);
        recover(e, undone);
        ended = read(lease::lastEntry) == next;
      } catch (Error e) {
        rollBack(e);
        undone.run();
        throw e;
      }
    }
    entry = next;
  }

  /** Connects again after a loss of the connection; throws any other error on. */
  private void recover(RuntimeException error, Runnable undone) {
    if (!PostgresErrors.isConnectionLoss(error)) {
      undone.run();
      throw error;
    }
    reconnectAfter(error);
    undone.run();
  }

  private void attempt(Runnable work, BooleanSupplier durable, long number) {
    handle.begin();
    work.run();
    lease.renew(statements, number, durable.getAsBoolean());
    if (!statements.send()) {
      throw lease.lost(handle);
    }
    handle.commit();
  }

  private void rollBack(Throwable cause) {
    statements.clear();
    try {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (RuntimeException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  /** Connects again if the connection is lost; throws the error on if it is another one. */
  private void reconnectAfter(RuntimeException error) {
    if (closed || !PostgresErrors.isConnectionLoss(error)) {
      throw error;
    }
    LOG.warn("The connection to {} is lost: {}", database.url(), error.getMessage());
    long deadline = System.nanoTime() + patience.toNanos();
    closeQuietly();
    Handle fresh = null;
    while (fresh == null) {
      try {
        fresh = database.connect();
        lease.showLife(fresh);
      } catch (RuntimeException e) {
        if (!PostgresErrors.isConnectionLoss(e) || System.nanoTime() > deadline) {
          e.addSuppressed(error);
          throw e;
        }
        pause(PAUSE);
      }
    }
    handle = fresh;
    statements = new PipelinedStatements(fresh.getConnection());
    LOG.warn("The connection to {} is restored", database.url());
  }

  private void closeQuietly() {
    try {
      handle.close();
    } catch (RuntimeException alreadyBroken) {
      LOG.debug("Closing a broken connection", alreadyBroken);
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      // The study ends by its own flag; its last entries still have to be stored.
      Thread.currentThread().interrupt();
    }
  }

  private void keepRenewing() {
    Duration period = lease.duration().dividedBy(3);
    while (!closed) {
      try {
        TimeUnit.NANOSECONDS.sleep(period.toNanos());
        renew();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The study finds out with its next entry.
        LOG.warn("The lease of {} was not renewed: {}", lease.place(), e.getMessage());
      }
    }
  }

  private synchronized void renew() {
    if (!closed) {
      transact(() -> lease.showLife(handle), () -> false, () -> {});
    }
  }

  @Override
  public Statements statements() {
    return statements;
  }

  @Override
  public Handle handle() {
    statements.send();
    return handle;
  }

  /** Does nothing, because durable transactions have waited for the disk. */
  @Override
  public void flush() {}

  @Override
  public StoreException error(RuntimeException error) {
    return PostgresErrors.of(database.url(), error);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      renewal.interrupt();
      try (Handle last = handle) {
        lease.release(last);
      } catch (RuntimeException e) {
        LOG.warn("The lease of {} was not released: {}", lease.place(), e.getMessage());
      }
    }
  }
}
