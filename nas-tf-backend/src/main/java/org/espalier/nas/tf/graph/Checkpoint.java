package org.espalier.nas.tf.graph;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Access to the values of variables: weights as arrays, whole states as bytes. */
public final class Checkpoint {
  private static final byte[] MAGIC = "ESP1".getBytes(StandardCharsets.US_ASCII);

  private Checkpoint() {}

  /** Returns the values of variables, each in row-major order, in one run. */
  public static List<float[]> read(Session session, List<Variable<TFloat32>> variables) {
    if (variables.isEmpty()) {
      return List.of();
    }
    try (Result result = fetch(session, variables)) {
      List<float[]> values = new ArrayList<>(variables.size());
      for (int i = 0; i < variables.size(); i++) {
        values.add(Tensors.floats(result.get(i)));
      }
      return values;
    }
  }

  /**
   * Assigns values to variables, each in row-major order, in one run.
   *
   * @param also other operations to run for their effect, such as the initialisation of an
   *     optimizer's state
   */
  public static void write(
      Session session, List<Variable<TFloat32>> variables, List<float[]> values, Op... also) {
    if (variables.size() != values.size()) {
      throw new IllegalArgumentException(
          "values (%d) must be as many as variables (%d)."
              .formatted(values.size(), variables.size()));
    }
    try (Assignment assignment = new Assignment(session)) {
      for (int i = 0; i < variables.size(); i++) {
        Variable<TFloat32> variable = variables.get(i);
        float[] value = values.get(i);
        assignment.feed(variable, () -> Tensors.of(value, variable.shape()));
      }
      assignment.add(also);
      assignment.run();
    }
  }

  /** Assigns a value to a scalar counter. */
  public static void writeCounter(Session session, Variable<?> counter, long value) {
    try (Assignment assignment = new Assignment(session)) {
      assignment.feed(counter, () -> TInt64.scalarOf(value));
      assignment.run();
    }
  }

  /**
   * Returns the exact values of variables of any type, in the format that {@link #restore} reads.
   */
  public static byte[] save(Session session, List<? extends Variable<?>> variables) {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    saved.writeBytes(MAGIC);
    if (!variables.isEmpty()) {
      try (Result result = fetch(session, variables)) {
        for (int i = 0; i < variables.size(); i++) {
          saved.writeBytes(bytes(result.get(i)));
        }
      }
    }
    return saved.toByteArray();
  }

  /**
   * Restores saved values.
   *
   * @param variables the variables, in the number, types, shapes and order of those saved
   * @throws NasException if the saved values belong to other variables
   */
  public static void restore(Session session, List<? extends Variable<?>> variables, byte[] saved) {
    ByteBuffer bytes = ByteBuffer.wrap(saved);
    byte[] magic = new byte[Math.min(MAGIC.length, saved.length)];
    bytes.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new NasException("These " + saved.length + " bytes are no saved variables.");
    }
    try (Assignment assignment = new Assignment(session)) {
      for (Variable<?> variable : variables) {
        assignment.feed(variable, () -> take(bytes, variable));
      }
      if (bytes.hasRemaining()) {
        throw mismatch(variables.size() + " variables do not take them all up");
      }
      assignment.run();
    }
  }

  private static Result fetch(Session session, List<? extends Variable<?>> variables) {
    SessionRunner runner = new SessionRunner(session);
    variables.forEach(variable -> runner.fetch(variable.value()));
    return runner.run();
  }

  private static byte[] bytes(Tensor tensor) {
    byte[] bytes = new byte[Math.toIntExact(tensor.numBytes())];
    tensor.asRawTensor().data().read(bytes);
    return bytes;
  }

  private static Tensor take(ByteBuffer saved, Variable<?> variable) {
    return Tensor.of(
        variable.type(), variable.shape(), tensor -> fill(tensor, saved, variable.toString()));
  }

  private static void fill(Tensor tensor, ByteBuffer saved, String variable) {
    byte[] bytes = new byte[Math.toIntExact(tensor.numBytes())];
    if (bytes.length > saved.remaining()) {
      throw mismatch("they end before " + variable);
    }
    saved.get(bytes);
    tensor.asRawTensor().data().write(bytes);
  }

  private static NasException mismatch(String how) {
    return new NasException(
        "The saved values are of other variables than these: "
            + how
            + ". Restore them into a graph that was built from equal settings.");
  }
}
