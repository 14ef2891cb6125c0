package org.espalier.nas.api.controller;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apiguardian.api.API;
import org.espalier.nas.api.NasException;

/**
 * The state of a controller as bytes, with a header that names the kind of controller.
 *
 * <pre>{@code
 * public byte[] snapshot() {
 *   return Snapshot.take("random/1", out -> {
 *     out.writeLong(drawn);
 *     archive.write(out);
 *   });
 * }
 *
 * public void restore(byte[] snapshot) {
 *   Snapshot.open("random/1", snapshot, in -> {
 *     drawn = in.readLong();
 *     archive.read(in);
 *   });
 * }
 * }</pre>
 */
@API(status = MAINTAINED, since = "0.1")
public final class Snapshot {

  private Snapshot() {}

  /** Writes state. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes everything that a reader of the same kind reads.
     *
     * @param out the stream to write to
     * @throws IOException if something cannot be written
     */
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads state. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads everything that the writer wrote, in the same order.
     *
     * @param in the stream to read from
     * @throws IOException if the state is truncated or was not written by this kind of writer
     */
    void read(DataInputStream in) throws IOException;
  }

  /**
   * Takes a snapshot.
   *
   * @param kind names the controller and the version of its format: {@code random/1}
   * @param writer writes the state
   * @return the snapshot
   * @throws UncheckedIOException if the writer throws an {@link IOException}
   */
  public static byte[] take(String kind, Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(kind);
      writer.write(out);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }

  /**
   * Passes the content of a snapshot to a reader.
   *
   * @param kind the kind that was passed to {@link #take}
   * @param snapshot the bytes that it returned
   * @param reader reads the state
   * @throws NasException if the snapshot is of another kind, truncated, or longer than the reader
   *     expects; also if the reader throws an {@link IOException} or {@link
   *     IllegalArgumentException}
   */
  public static void open(String kind, byte[] snapshot, Reader reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      String found = in.readUTF();
      if (!found.equals(kind)) {
        throw new NasException(
            "The snapshot is of \"%s\", not of \"%s\"; resume with the controller that wrote it."
                .formatted(found, kind));
      }
      reader.read(in);
      if (in.read() >= 0) {
        throw new NasException("The snapshot of \"" + kind + "\" is longer than its content.");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new NasException(
          "The snapshot (%d bytes) is not one of \"%s\".".formatted(snapshot.length, kind), e);
    }
  }
}
