package org.espalier.nas.tf.disk;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes files that are there whole or not at all, also after a crash. */
public final class DurableFile {
  /** What is added to the name of a file while it is being written. */
  public static final String PARTIAL = ".partial";

  private static final boolean WINDOWS = File.separatorChar == '\\';

  private DurableFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {

    /** Writes it, from the first byte to the last. */
    void writeTo(Sink sink) throws IOException;
  }

  /** Where the bytes of a file go. */
  @FunctionalInterface
  public interface Sink {

    /** Takes all the bytes that remain in a buffer. */
    void write(ByteBuffer bytes) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param file replaced if it exists; its folder must exist
   */
  public static void write(Path file, Content content) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
    try (FileChannel channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.writeTo(bytes -> writeFully(channel, bytes));
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    makeDurable(file.toAbsolutePath().getParent());
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /**
   * A new name lasts only once its folder is written too; Windows opens no folder and needs none.
   */
  private static void makeDurable(@Nullable Path folder) throws IOException {
    if (folder == null || WINDOWS) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
