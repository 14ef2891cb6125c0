package org.espalier.nas.api.storage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Atomic, durable replacement of files.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to the disk, and is then
 * renamed over the target. A reader sees the old file or the new one, never a part. If writing
 * fails, the old file is unchanged and the temporary file is deleted; a crash may leave a temporary
 * file, which the next write replaces. One thread or process at a time may write a given file.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AtomicFile {
  /** Suffix of the temporary file, appended to the name of the target: {@value}. */
  public static final String PARTIAL_SUFFIX = ".partial";

  private static final boolean WINDOWS = File.separatorChar == '\\';

  private AtomicFile() {}

  /** Content of a file, written to a stream. */
  @API(status = EXPERIMENTAL, since = "0.1")
  @FunctionalInterface
  public interface Content {

    /**
     * Writes the whole content.
     *
     * @param out the temporary file; may be closed or left open
     * @throws IOException if writing fails; the target is then unchanged
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file from a stream of bytes.
   *
   * @param target created or replaced; its folder must exist
   * @param content writes the bytes; large writes go to the file directly, small ones should be
   *     buffered by the caller
   * @return the target
   * @throws IOException if the file cannot be written
   */
  public static Path write(Path target, Content content) throws IOException {
    Path partial = target.resolveSibling(target.getFileName() + PARTIAL_SUFFIX);
    try {
      try (FileChannel channel =
              FileChannel.open(
                  partial,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = Channels.newOutputStream(channel)) {
        content.writeTo(out);
      }
      replace(partial, target);
      return target;
    } catch (Throwable failure) {
      deleteAfter(failure, partial);
      throw failure;
    }
  }

  /**
   * Writes a file from bytes in memory.
   *
   * @param target created or replaced; its folder must exist
   * @return the target
   * @throws IOException if the file cannot be written
   */
  public static Path write(Path target, byte[] content) throws IOException {
    return write(target, out -> out.write(content));
  }

  /**
   * Writes a text in UTF-8.
   *
   * @param target created or replaced; its folder must exist
   * @return the target
   * @throws IOException if the file cannot be written
   */
  public static Path writeString(Path target, String content) throws IOException {
    return write(target, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Renames a complete, closed file over another one, atomically and durably.
   *
   * @param complete file in the folder of the target or elsewhere on the same file system; it is
   *     forced to the disk first
   * @param target created or replaced
   * @throws IOException if the file cannot be renamed
   */
  public static void replace(Path complete, Path target) throws IOException {
    force(complete, StandardOpenOption.WRITE);
    Files.move(
        complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(target.toAbsolutePath().getParent());
  }

  /**
   * Forces a folder to the disk, without which a rename is not durable; Windows cannot open folders
   * and does not need it.
   */
  private static void forceFolder(@Nullable Path folder) throws IOException {
    if (folder != null && !WINDOWS) {
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  private static void deleteAfter(Throwable failure, Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException undeleted) {
      failure.addSuppressed(undeleted);
    }
  }
}
