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
 * A file of events that holds exactly the events written.
 *
 * <p>Existing content is kept as long as it is the same: a process that writes the same events
 * again, for instance after it was killed, continues at the end of the file, and a TensorBoard that
 * has it open never sees an event twice. The file is truncated at the first difference, such as an
 * incomplete record or events unknown to the store.
 */
final class EventFile implements AutoCloseable {
  private static final String VERSION = "brain.Event:2";

  private final FileChannel channel;
  private long position;

  private EventFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file for writing.
   *
   * @param folder the folder, which holds only this file, as TensorBoard takes a folder for a run
   * @param created the start of the run: part of the file's name, and its first event
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
      // Reads until the buffer is full.
    }
    return found.flip().equals(record);
  }

  /** Truncates the file after the last event written, and closes it. */
  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(position);
    }
  }
}
