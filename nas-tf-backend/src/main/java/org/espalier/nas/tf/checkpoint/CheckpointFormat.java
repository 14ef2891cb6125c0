package org.espalier.nas.tf.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.trial.Measurement;
import org.jspecify.annotations.Nullable;

/** The binary format of checkpoints, exact to the last bit. */
final class CheckpointFormat {
  private CheckpointFormat() {}

  static byte[] encode(TrialCheckpoint checkpoint) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(checkpoint.seed());
      write(out, checkpoint.weights());
      write(out, checkpoint.iteration());
      write(out, checkpoint.slots());
      SavedVariables best = checkpoint.best();
      out.writeBoolean(best != null);
      if (best != null) {
        write(out, best);
      }
      out.writeInt(checkpoint.measurements().size());
      for (Measurement measurement : checkpoint.measurements()) {
        write(out, measurement);
      }
    } catch (IOException impossible) {
      throw new AssertionError("Writing to memory cannot fail.", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a checkpoint written by {@link #encode}.
   *
   * @throws IOException if the bytes are not a checkpoint
   */
  static TrialCheckpoint decode(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long seed = in.readLong();
      SavedVariables weights = variables(in);
      SavedVariables iteration = variables(in);
      SavedVariables slots = variables(in);
      @Nullable SavedVariables best = in.readBoolean() ? variables(in) : null;
      int count = in.readInt();
      List<Measurement> measurements = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        measurements.add(measurement(in));
      }
      return new TrialCheckpoint(seed, weights, iteration, slots, best, measurements);
    }
  }

  private static void write(DataOutputStream out, SavedVariables variables) throws IOException {
    write(out, variables.description().getBytes(StandardCharsets.UTF_8));
    write(out, variables.bytes());
  }

  private static SavedVariables variables(DataInputStream in) throws IOException {
    return new SavedVariables(new String(bytes(in), StandardCharsets.UTF_8), bytes(in));
  }

  private static void write(DataOutputStream out, Measurement measurement) throws IOException {
    out.writeInt(measurement.step());
    out.writeInt(measurement.metrics().size());
    for (Map.Entry<String, Double> metric : measurement.metrics().entrySet()) {
      out.writeUTF(metric.getKey());
      out.writeDouble(metric.getValue());
    }
  }

  private static Measurement measurement(DataInputStream in) throws IOException {
    int step = in.readInt();
    int count = in.readInt();
    Map<String, Double> metrics = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      metrics.put(in.readUTF(), in.readDouble());
    }
    return new Measurement(step, metrics);
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException(length + " bytes are announced where " + in.available() + " remain");
    }
    return in.readNBytes(length);
  }
}
