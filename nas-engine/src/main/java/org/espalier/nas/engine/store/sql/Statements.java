package org.espalier.nas.engine.store.sql;

import org.jspecify.annotations.Nullable;

/** Statements that change tables, in a transaction that their caller holds. */
@FunctionalInterface
public interface Statements {

  /**
   * Executes a statement, at once or before the transaction's end, in the order of the calls.
   *
   * @param values values of its parameters, in order
   * @throws SqlException if the database refuses it
   */
  void execute(String sql, @Nullable Object... values);
}
