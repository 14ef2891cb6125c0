package org.espalier.nas.engine.store.sqlite;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Messages for the result codes of SQLite. */
final class SqliteErrors {

  private SqliteErrors() {}

  static StoreException of(Path file, RuntimeException error) {
    SQLiteException cause = sqlite(error);
    Kind kind = cause == null ? Kind.OTHER : kind(cause.getResultCode());
    return new StoreException(kind, file.toString(), message(kind, file, error), error);
  }

  /** Returns true if SQLite has no room, or no permission, for what it writes, be it to read. */
  static boolean preventsWriting(RuntimeException error) {
    SQLiteException cause = sqlite(error);
    return cause != null
        && List.of(Kind.FULL, Kind.READ_ONLY).contains(kind(cause.getResultCode()));
  }

  private static @Nullable SQLiteException sqlite(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException found) {
        return found;
      }
    }
    return null;
  }

  /** Extended codes carry the primary code in their low byte. */
  private static Kind kind(SQLiteErrorCode code) {
    int primary = code.code & 0xff;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code
        || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      return Kind.FULL;
    }
    if (primary == SQLiteErrorCode.SQLITE_READONLY.code
        || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || primary == SQLiteErrorCode.SQLITE_PERM.code) {
      return Kind.READ_ONLY;
    }
    if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Kind.CORRUPT;
    }
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code) {
      return Kind.IN_USE;
    }
    return Kind.OTHER;
  }

  private static String message(Kind kind, Path file, RuntimeException error) {
    return switch (kind) {
      case FULL ->
          "The disk is full, so %s cannot be written. Everything stored so far is safe. Free some space and resume the run."
              .formatted(file);
      case READ_ONLY ->
          "%s cannot be opened for writing. Check the permissions of the file and its folder, or copy the run to a folder that can be written to."
              .formatted(file);
      case CORRUPT ->
          "%s is damaged or not a study's file. Restore the run's folder from a copy, or start a new run."
              .formatted(file);
      case IN_USE ->
          "%s is locked by another program. Close that program and try again.".formatted(file);
      default -> "%s cannot be used: %s".formatted(file, error.getMessage());
    };
  }
}
