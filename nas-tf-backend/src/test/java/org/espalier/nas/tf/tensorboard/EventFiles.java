package org.espalier.nas.tf.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/** A reader of event files that checks them as TensorBoard does, including checksums. */
final class EventFiles {
  private EventFiles() {}

  /** Returns the only file in a run's folder. */
  static Path in(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files
          .reduce(
              (one, two) -> {
                throw new AssertionError("Two files in " + run);
              })
          .orElseThrow();
    }
  }

  /** Returns all events of a run. */
  static List<Event> events(Path run) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(in(run))).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[Long.BYTES];
      bytes.duplicate().get(length);
      byte[] data = new byte[Math.toIntExact(bytes.getLong())];
      assertThat(bytes.getInt()).isEqualTo(RecordFrame.checksum(length, length.length));
      bytes.get(data);
      assertThat(bytes.getInt()).isEqualTo(RecordFrame.checksum(data, data.length));
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  /** Returns the values under a tag, by step. */
  static Map<Long, Summary.Value> values(Path run, String tag) throws IOException {
    Map<Long, Summary.Value> values = new TreeMap<>();
    for (Event event : events(run)) {
      Optional<Summary.Value> value =
          event.getSummary().getValueList().stream()
              .filter(candidate -> candidate.getTag().equals(tag))
              .findFirst();
      value.ifPresent(found -> values.put(event.getStep(), found));
    }
    return values;
  }

  /** Returns the numbers of a curve, by step. */
  static Map<Long, Float> scalars(Path run, String tag) throws IOException {
    Map<Long, Float> scalars = new TreeMap<>();
    values(run, tag).forEach((step, value) -> scalars.put(step, value.getTensor().getFloatVal(0)));
    return scalars;
  }

  /** Returns all files below a folder with their contents. */
  static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(),
            java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
