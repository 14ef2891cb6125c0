package org.espalier.nas.tf.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/**
 * One file of events, which is made to hold exactly what is written.
 *
 * <p>What the file holds already is kept as far as it is the same: whoever writes the same events
 * again, after having been killed for instance, goes on where the file ends, and a TensorBoard that
 * has it open never sees an event twice. From the first difference on, a torn record or events of
 * which the store knows nothing, the file is cut off.
 */
final class EventFile implements AutoCloseable {
  private static final String VERSION = "brain.Event:2";

  private final FileChannel channel;
  private long position;

  private EventFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Begins to write.
   *
   * @param folder holds one file only, for TensorBoard takes it for a run
   * @param created when the run began: part of the file's name, and its first event
   */
  static EventFile open(Path folder, Instant created) throws IOException {
    Files.createDirectories(folder);
    String name =
        String.format(Locale.ROOT, "events.out.tfevents.%010d.espalier", created.getEpochSecond());
    FileChannel channel =
        FileChannel.open(
            folder.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      EventFile file = new EventFile(channel);
      file.write(at(created).setFileVersion(VERSION).build());
      return file;
    } catch (IOException | RuntimeException | Error failure) {
      try (channel) {
        throw failure;
      }
    }
  }

  /** Writes values of one step. */
  void write(Instant at, long step, List<Summary.Value> values) throws IOException {
    write(
        at(at).setStep(step).setSummary(Summary.newBuilder().addAllValue(values).build()).build());
  }

  private static Event.Builder at(Instant time) {
    return Event.newBuilder().setWallTime(time.toEpochMilli() / 1e3);
  }

  private void write(Event event) throws IOException {
    ByteBuffer record = RecordFrame.of(event.toByteArray());
    if (!isThere(record)) {
      channel.truncate(position);
      channel.position(position);
      while (record.hasRemaining()) {
        channel.write(record);
      }
    }
    position += record.capacity();
  }

  private boolean isThere(ByteBuffer record) throws IOException {
    if (channel.size() - position < record.capacity()) {
      return false;
    }
    ByteBuffer found = ByteBuffer.allocate(record.capacity());
    while (found.hasRemaining() && channel.read(found, position + found.position()) > 0) {
      // Reads on until all is there.
    }
    return found.flip().equals(record);
  }

  /** Cuts off what was not written by this one, and closes. */
  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(position);
    }
  }
}
