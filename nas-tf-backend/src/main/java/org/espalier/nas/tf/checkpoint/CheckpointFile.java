package org.espalier.nas.tf.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.jspecify.annotations.Nullable;

/** A stored checkpoint: a mark of the format, the CRC-32C of the content, and the content. */
final class CheckpointFile {
  private static final byte[] MAGIC = "ESPTRIAL1\n".getBytes(StandardCharsets.US_ASCII);

  private final ArtifactStore artifacts;
  private final String key;

  CheckpointFile(ArtifactStore artifacts, String key) {
    this.artifacts = artifacts;
    this.key = key;
  }

  /**
   * Writes the checkpoint durably.
   *
   * @throws ArtifactException if it cannot be written
   */
  void write(TrialCheckpoint checkpoint) {
    byte[] content = CheckpointFormat.encode(checkpoint);
    ByteBuffer head = ByteBuffer.allocate(MAGIC.length + Long.BYTES);
    head.put(MAGIC).putLong(checksum(content));
    artifacts.write(
        key,
        out -> {
          out.write(head.array());
          out.write(content);
        });
  }

  /**
   * Reads the checkpoint.
   *
   * @throws CheckpointException if it is missing or damaged
   * @throws ArtifactException if it cannot be read
   */
  TrialCheckpoint read() {
    byte[] stored =
        artifacts
            .read(key, InputStream::readAllBytes)
            .orElseThrow(
                () ->
                    new CheckpointException(
                        "The checkpoint " + artifacts.location(key) + " is not there."));
    ByteBuffer file = ByteBuffer.wrap(stored);
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
  }

  private TrialCheckpoint decode(byte[] content) {
    try {
      return CheckpointFormat.decode(content);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e.toString(), e);
    }
  }

  private CheckpointException damaged(String how, @Nullable Throwable cause) {
    String message = "The checkpoint " + artifacts.location(key) + " is damaged: " + how + ".";
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
