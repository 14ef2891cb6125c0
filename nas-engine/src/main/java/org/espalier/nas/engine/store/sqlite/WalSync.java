package org.espalier.nas.engine.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Flushes an SQLite write-ahead log to the disk.
 *
 * <p>SQLite's own flush, at {@code synchronous = FULL}, happens inside the transaction and so
 * blocks every other write. In this mode the log is the only file that has to be flushed for
 * committed transactions to survive a loss of power; with {@code synchronous = NORMAL}, SQLite
 * flushes it, and the database after it, before it reuses the log.
 */
final class WalSync implements AutoCloseable {

  private final FileChannel log;

  /**
   * Opens the log of a database that is open in the mode {@code WAL}, and stays so for longer.
   *
   * @throws IOException if there is no log
   */
  WalSync(Path database) throws IOException {
    Path file = database.resolveSibling(database.getFileName() + "-wal");
    this.log = FileChannel.open(file, StandardOpenOption.WRITE);
  }

  /** Waits until all committed transactions are on the disk. */
  void force() throws IOException {
    log.force(false);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
