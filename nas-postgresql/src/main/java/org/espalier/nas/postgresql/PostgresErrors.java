package org.espalier.nas.postgresql;

import java.sql.SQLException;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** Messages for the error codes of PostgreSQL (its documentation, appendix A). */
final class PostgresErrors {

  private PostgresErrors() {}

  /** Returns true if the connection broke, so that another one may succeed. */
  static boolean isConnectionLoss(Throwable error) {
    String state = state(error);
    return state.startsWith("08") || state.startsWith("57P0");
  }

  /**
   * Returns the error of the store.
   *
   * @param url the address of the database
   */
  static StoreException of(String url, RuntimeException error) {
    if (error instanceof StoreException known) {
      return known;
    }
    String state = state(error);
    return new StoreException(kind(state), url, message(state, url, error), error);
  }

  private static Kind kind(String state) {
    return switch (state) {
      case "53100" -> Kind.FULL;
      case "25006", "42501" -> Kind.READ_ONLY;
      default -> Kind.OTHER;
    };
  }

  private static String message(String state, String url, RuntimeException error) {
    String reason = reason(error);
    if (state.startsWith("08") || state.startsWith("57P0")) {
      return "The database %s cannot be reached (%s). Everything stored so far is safe. Check the address, the network and the server, then resume the run."
          .formatted(url, reason);
    }
    if (state.startsWith("28")) {
      return "The database %s refuses the user (%s). Set PGUSER and PGPASSWORD, or use the file .pgpass."
          .formatted(url, reason);
    }
    return switch (state) {
      case "3D000" ->
          "There is no database %s (%s). Create it first: createdb NAME.".formatted(url, reason);
      case "53100" ->
          "The disk of the database %s is full. Everything stored so far is safe. Free some space and resume the run."
              .formatted(url);
      case "25006", "42501" ->
          "The user must not write to the database %s (%s). Let its owner grant the rights."
              .formatted(url, reason);
      default -> "The database %s cannot be used: %s".formatted(url, reason);
    };
  }

  /** Returns the first line of the server's message, without its full stop. */
  private static String reason(RuntimeException error) {
    SQLException cause = sql(error);
    String message = String.valueOf((cause == null ? error : cause).getMessage());
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private static String state(Throwable error) {
    SQLException cause = sql(error);
    String state = cause == null ? null : cause.getSQLState();
    return state == null ? "" : state;
  }

  private static @Nullable SQLException sql(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
