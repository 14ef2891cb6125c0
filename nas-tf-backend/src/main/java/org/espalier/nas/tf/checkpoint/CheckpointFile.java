package org.espalier.nas.tf.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;

/** A checkpoint on the disk: a mark of the format, the CRC-32C of the content, and the content. */
final class CheckpointFile {
  private static final byte[] MAGIC = "ESPTRIAL1\n".getBytes(StandardCharsets.US_ASCII);

  private final Path path;

  CheckpointFile(Path path) {
    this.path = path;
  }

  /**
   * Writes the file durably.
   *
   * @throws CheckpointException if it cannot be written
   */
  void write(TrialCheckpoint checkpoint) {
    try {
      byte[] content = CheckpointFormat.encode(checkpoint);
      ByteBuffer head = ByteBuffer.allocate(MAGIC.length + Long.BYTES);
      head.put(MAGIC).putLong(checksum(content));
      AtomicFile.write(
          path,
          out -> {
            out.write(head.array());
            out.write(content);
          });
    } catch (IOException e) {
      throw new CheckpointException(
          "The checkpoint " + path + " cannot be written: " + IoReason.of(e) + ".", e);
    }
  }

  /**
   * Reads the file.
   *
   * @throws CheckpointException if it is missing or damaged
   */
  TrialCheckpoint read() {
    try {
      ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
      if (file.remaining() < MAGIC.length + Long.BYTES) {
        throw damaged("it has only " + file.remaining() + " bytes", null);
      }
      byte[] magic = new byte[MAGIC.length];
      file.get(magic);
      if (!Arrays.equals(magic, MAGIC)) {
        throw damaged("it does not begin like one", null);
      }
      long checksum = file.getLong();
      byte[] content = new byte[file.remaining()];
      file.get(content);
      if (checksum(content) != checksum) {
        throw damaged("its checksum does not fit its content", null);
      }
      return decode(content);
    } catch (NoSuchFileException e) {
      throw new CheckpointException("The checkpoint " + path + " is not there.", e);
    } catch (IOException e) {
      throw new CheckpointException(
          "The checkpoint " + path + " cannot be read: " + IoReason.of(e) + ".", e);
    }
  }

  private TrialCheckpoint decode(byte[] content) {
    try {
      return CheckpointFormat.decode(content);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e.toString(), e);
    }
  }

  private CheckpointException damaged(String how, @Nullable Throwable cause) {
    String message = "The checkpoint " + path + " is damaged: " + how + ".";
    return cause == null
        ? new CheckpointException(message)
        : new CheckpointException(message, cause);
  }

  private static long checksum(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    return checksum.getValue();
  }
}
