package org.espalier.nas.engine.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lock file that lets one process at a time run a study. The operating system releases the lock
 * when the process dies. The file names the process that holds it.
 */
public final class StudyLock implements Closeable {

  private static final String FILE = "study.lock";

  /** Far behind the text, so that it can be read where locks are mandatory. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private StudyLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Acquires the lock of a folder.
   *
   * @param folder an existing folder
   * @throws StoreException if another process holds it, or the folder cannot be written
   */
  public static StudyLock acquire(Path folder) {
    return acquire(folder, folder.resolve(FILE));
  }

  /**
   * Acquires the lock of a study.
   *
   * @param place names the study in messages
   * @param file the lock file, in an existing folder
   */
  static StudyLock acquire(Path place, Path file) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw inUse(place, file);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)));
      return new StudyLock(channel);
    } catch (IOException e) {
      close(channel);
      throw new StoreException(
          Kind.READ_ONLY,
          file.toString(),
          "%s cannot be written (%s). Check the permissions of its folder and the free space on the disk."
              .formatted(file, e),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(POSITION, 1, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static StoreException inUse(Path place, Path file) throws IOException {
    String holder = Files.readString(file).strip();
    return new StoreException(
        Kind.IN_USE,
        place.toString(),
        "%s is in use by %s. Wait until it ends, or stop it."
            .formatted(place, holder.isEmpty() ? "another process" : holder));
  }

  private static String holder() {
    return "process " + ProcessHandle.current().pid();
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException alreadyUnusable) {
      // The error that led here is the one to report.
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
