package org.espalier.nas.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteErrorsTest {

  private final Path file = Path.of("wine/1/study.db");

  @Test
  void saysWhatToDoWhenTheDiskIsFullOrReadOnly() {
    assertThat(SqliteErrors.of(file, failure(SQLiteErrorCode.SQLITE_FULL)))
        .hasMessage(
            "The disk is full, so %s cannot be written. Everything stored so far is safe. Free some space and resume the run."
                .formatted(file))
        .extracting(StoreException::kind)
        .isEqualTo(Kind.FULL);
    assertThat(SqliteErrors.of(file, failure(SQLiteErrorCode.SQLITE_IOERR_SHMSIZE)).kind())
        .isEqualTo(Kind.FULL);
    assertThat(SqliteErrors.of(file, failure(SQLiteErrorCode.SQLITE_READONLY_DIRECTORY)).kind())
        .isEqualTo(Kind.READ_ONLY);
    assertThat(SqliteErrors.of(file, failure(SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT)).kind())
        .isEqualTo(Kind.IN_USE);
    assertThat(SqliteErrors.of(file, new IllegalStateException("odd")))
        .hasMessage(file + " cannot be used: odd")
        .extracting(StoreException::kind)
        .isEqualTo(Kind.OTHER);
  }

  private static RuntimeException failure(SQLiteErrorCode code) {
    return new IllegalStateException(new SQLiteException("failed", code));
  }
}
