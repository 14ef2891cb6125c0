package org.espalier.nas.engine.store;

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
 * The right to run a study, held by one process at a time; the operating system takes it back when
 * the process dies. The file says who holds it.
 */
public final class StudyLock implements AutoCloseable {

  static final String FILE = "study.lock";

  /** Far behind the text, so that it can be read where locks are mandatory. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private StudyLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the right.
   *
   * @param folder an existing folder
   * @throws StoreException if another process has it, or the folder cannot be written
   */
  public static StudyLock acquire(Path folder) {
    Path file = folder.resolve(FILE);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw inUse(folder, file);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)));
      return new StudyLock(channel);
    } catch (IOException e) {
      close(channel);
      throw new StoreException(
          Kind.READ_ONLY,
          file,
          "%s cannot be written (%s). Check the permissions of its folder and the space on the disk."
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

  private static StoreException inUse(Path folder, Path file) throws IOException {
    String holder = Files.readString(file).strip();
    return new StoreException(
        Kind.IN_USE,
        folder,
        "The run in %s is being carried out by %s. Wait until it has ended, or end it first."
            .formatted(folder, holder.isEmpty() ? "another process" : holder));
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
