package org.espalier.nas.engine.store.sql;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.espalier.nas.engine.store.StoreException;
import org.jdbi.v3.core.Handle;

/**
 * Connection of a journal to the tables of its study, which nobody else writes. Its methods, except
 * {@link #flush}, are called by one thread at a time.
 */
public interface StudyConnection extends AutoCloseable {

  /** Returns what work reads outside transactions; the work may be repeated. */
  <T> T read(Function<Handle, T> work);

  /**
   * Does work in a transaction, completely or not at all. It may be repeated if the connection is
   * lost.
   *
   * @param work calls of {@link #statements} and {@link #handle}
   * @param durable returns, after the work, true if its changes must survive a loss of power
   * @param undone called after each attempt that was rolled back, when reads are possible again
   */
  void transact(Runnable work, BooleanSupplier durable, Runnable undone);

  /** Returns the statements of the current transaction. */
  Statements statements();

  /** Returns the handle of the current transaction. */
  Handle handle();

  /** Waits until all durable changes survive a loss of power, if the transactions did not. */
  void flush();

  /** Returns the error of the store for an error of the database or of the network. */
  StoreException error(RuntimeException error);

  /** Lets others open the study, and closes the connection. */
  @Override
  void close();
}
