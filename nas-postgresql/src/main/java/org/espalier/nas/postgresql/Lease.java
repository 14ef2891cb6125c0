package org.espalier.nas.postgresql;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.sql.Statements;
import org.jdbi.v3.core.Handle;

/**
 * Right of one process to write a study.
 *
 * <p>Each transaction renews it and checks its token, so that nothing of a process that lost the
 * right can be committed. A process shows that it is alive by the advisory lock of its connection,
 * which the server releases when the connection ends. Another process takes the study over if there
 * is no such lock, or if the lease was not renewed in time.
 *
 * @param place the study, as messages name it
 * @param study the study's id
 * @param token differs from those of all processes that had the study before
 * @param duration time until the lease expires if it is not renewed
 */
record Lease(String place, int study, long token, Duration duration) {

  /** Class of the advisory locks, which other programs in the same database must not use. */
  private static final int LOCKS = 0x4e41_5300;

  /** Adds the lease of a new study, which nobody holds. */
  static void create(Handle handle, int study) {
    handle.execute("INSERT INTO leases (study_id, token, entry) VALUES (?, 0, 0)", study);
  }

  /**
   * Takes a study for this process.
   *
   * @param handle the connection that shows from now on that the process is alive
   * @throws StoreException if a process that is alive holds it
   */
  static Lease acquire(Handle handle, String place, int study, Duration duration) {
    boolean nobody = lock(handle, study);
    Optional<Long> token =
        handle
            .createQuery(
                "UPDATE leases SET token = token + 1, entry = 0, holder = :holder,"
                    + " expires_at = clock_timestamp() + make_interval(secs => :seconds)"
                    + " WHERE study_id = :study"
                    + " AND (:nobody OR expires_at IS NULL OR expires_at < clock_timestamp())"
                    + " RETURNING token")
            .bind("holder", self())
            .bind("seconds", seconds(duration))
            .bind("study", study)
            .bind("nobody", nobody)
            .mapTo(Long.class)
            .findOne();
    if (token.isEmpty()) {
      String holder = named(handle, study).orElse("another process");
      throw new StoreException(
          Kind.IN_USE,
          place,
          "%s is in use by %s. Wait until it ends, or stop it.".formatted(place, holder));
    }
    return new Lease(place, study, token.get(), duration);
  }

  /** Shows that this process is alive by a connection that does so not yet, if it can. */
  void showLife(Handle handle) {
    lock(handle, study);
  }

  private static boolean lock(Handle handle, int study) {
    return handle
        .createQuery("SELECT pg_try_advisory_lock(?, ?)")
        .bind(0, LOCKS)
        .bind(1, study)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Adds the renewal of the lease to the end of a transaction, where it returns a row if this
   * process still has the study.
   *
   * @param entry the transaction's number, counted from 1
   * @param durable true if the commit must wait for the disk
   */
  void renew(Statements statements, long entry, boolean durable) {
    statements.execute(
        "UPDATE leases SET entry = ?,"
            + " expires_at = clock_timestamp() + make_interval(secs => ?)"
            + " WHERE study_id = ? AND token = ?"
            + " RETURNING set_config('synchronous_commit', ?, true)",
        entry,
        seconds(duration),
        study,
        token,
        durable ? "on" : "off");
  }

  /**
   * Returns the number of the last transaction of this process that was committed.
   *
   * @throws StoreException if another process has taken the study over
   */
  long lastEntry(Handle handle) {
    return handle
        .createQuery("SELECT entry FROM leases WHERE study_id = ? AND token = ?")
        .bind(0, study)
        .bind(1, token)
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> lost(handle));
  }

  /** Returns the error of a process whose study was taken over. */
  StoreException lost(Handle handle) {
    String holder = named(handle, study).orElse("another process");
    return new StoreException(
        Kind.LOST,
        place,
        "%s was taken over by %s, so this process ends. All that it stored before is kept."
            .formatted(place, holder));
  }

  /** Gives the study up, if this process still has it. */
  void release(Handle handle) {
    handle.execute(
        "UPDATE leases SET holder = NULL, expires_at = NULL WHERE study_id = ? AND token = ?",
        study,
        token);
  }

  /** Returns a text for the last transaction that wrote a study, which no other one has. */
  static String lastTransaction(Handle handle, int study) {
    return handle
        .createQuery("SELECT token || '-' || entry FROM leases WHERE study_id = ?")
        .bind(0, study)
        .mapTo(String.class)
        .one();
  }

  /** Returns such texts for all studies by key. */
  static Map<String, String> lastTransactions(Handle handle) {
    return handle
        .createQuery("SELECT key, token || '-' || entry FROM leases JOIN studies ON id = study_id")
        .reduceRows(
            new HashMap<>(),
            (all, row) -> {
              all.put(row.getColumn(1, String.class), row.getColumn(2, String.class));
              return all;
            });
  }

  /** Returns the process that holds a study and is alive. */
  static Optional<String> holder(Handle handle, int study) {
    return handle
        .createQuery(
            "SELECT holder FROM leases WHERE study_id = :study AND expires_at > clock_timestamp()"
                + " AND EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                + " WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted"
                + " AND l.classid = :locks AND l.objid = :study)")
        .bind("study", study)
        .bind("locks", LOCKS)
        .mapTo(String.class)
        .findOne();
  }

  private static Optional<String> named(Handle handle, int study) {
    return handle
        .createQuery("SELECT holder FROM leases WHERE study_id = ? AND holder IS NOT NULL")
        .bind(0, study)
        .mapTo(String.class)
        .findOne();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static String self() {
    String process = "process " + ProcessHandle.current().pid();
    try {
      return process + " on " + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException noName) {
      return process;
    }
  }
}
