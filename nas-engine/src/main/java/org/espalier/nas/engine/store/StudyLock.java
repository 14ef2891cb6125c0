package org.espalier.nas.engine.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lock file that lets one process at a time run a study. The operating system releases the lock
 * when the process dies. A file beside it, with the ending {@code .pid}, names the process that
 * holds it.
 */
public final class StudyLock implements Closeable {

  private static final String FILE = "study.lock";
  private static final String HOLDER = ".pid";

  /**
   * Lock files that this process holds. The locks of the operating system belong to the process
   * too: it loses all locks of a file once any part of it closes the file, so that a file that is
   * held must not be opened again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private StudyLock(Path file, FileChannel channel) {
    this.file = file;
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
   * @throws StoreException if another process holds it, or the folder cannot be written
   */
  public static StudyLock acquire(Path place, Path file) {
    Path key = key(file);
    if (!HELD.add(key)) {
      throw inUse(place, file);
    }
    FileChannel channel = null;
    boolean held = false;
    try {
      channel = FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw inUse(place, file);
      }
      Files.writeString(holderFile(key), Long.toString(ProcessHandle.current().pid()));
      held = true;
      return new StudyLock(key, channel);
    } catch (IOException e) {
      throw new StoreException(
          Kind.READ_ONLY,
          file.toString(),
          "%s cannot be written (%s). Check the permissions of its folder and the free space on the disk."
              .formatted(file, IoReason.of(e)),
          e);
    } finally {
      if (!held) {
        close(channel);
        HELD.remove(key);
      }
    }
  }

  /** Returns the same path for all names of a lock file, which need not exist. */
  private static Path key(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      Path folder = absolute.getParent();
      return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException noFolder) {
      return absolute.normalize();
    }
  }

  /**
   * Returns the number of the process that holds the lock of a folder; empty if none does.
   *
   * @param folder a folder, which need not exist
   */
  public static OptionalLong holder(Path folder) {
    return holderOf(folder.resolve(FILE));
  }

  /** Returns the number of the process that holds a lock file; empty if none does. */
  public static OptionalLong holderOf(Path lockFile) {
    Path file = key(lockFile);
    long self = ProcessHandle.current().pid();
    if (HELD.contains(file)) {
      return OptionalLong.of(self);
    }
    OptionalLong named = named(file);
    if (named.isEmpty() || named.getAsLong() == self) {
      return OptionalLong.empty();
    }
    boolean alive = ProcessHandle.of(named.getAsLong()).map(ProcessHandle::isAlive).orElse(false);
    return alive && !isFree(file) ? named : OptionalLong.empty();
  }

  /** Returns true if a file beside another one names a process that holds, or held, a lock file. */
  public static boolean isAnyNamedBeside(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + HOLDER)) {
      return files.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException unreadable) {
      return true;
    }
  }

  /** A number can be that of a newer process, which has nothing to do with the study. */
  private static boolean isFree(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock != null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static OptionalLong named(Path file) {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(holderFile(file)).strip()));
    } catch (IOException | NumberFormatException none) {
      return OptionalLong.empty();
    }
  }

  private static Path holderFile(Path file) {
    return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.lock$", "") + HOLDER);
  }

  private static StoreException inUse(Path place, Path file) {
    OptionalLong holder = named(file);
    return new StoreException(
        Kind.IN_USE,
        place.toString(),
        "%s is in use by %s. Wait until it ends, or stop it."
            .formatted(
                place, holder.isEmpty() ? "another process" : "process " + holder.getAsLong()));
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
    try {
      Files.deleteIfExists(holderFile(file));
    } catch (IOException harmless) {
      // The lock itself tells that nobody holds it.
    }
    close(channel);
    HELD.remove(file);
  }
}
