package org.espalier.nas.tf.graph;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.espalier.nas.tf.device.DenormalFlush;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/**
 * A run of a session that is repeated with other tensors, for training steps and predictions.
 *
 * <p>It computes what a {@link SessionRunner} would, with the same bits, but keeps the native
 * arguments from run to run: TensorFlow for Java makes new ones each time, which takes longer than
 * the operations of a small network. Used by one thread at a time.
 */
public final class PreparedRun implements AutoCloseable {
  private final ResourceStack resources = new ResourceStack();
  private final TF_Session session;
  private final TF_Output inputs;
  private final PointerPointer<TF_Tensor> fed;
  private final int feeds;
  private final TF_Output output;
  private final PointerPointer<TF_Tensor> fetched;
  private final PointerPointer<TF_Operation> operations;
  private final int targets;
  private final TF_Status status;

  /**
   * Prepares a run.
   *
   * @param session the session, which must stay open until this is closed
   * @param feeds the operands to feed
   * @param fetch the value to fetch
   * @param targets operations to run for their effect
   */
  public PreparedRun(
      Session session,
      List<? extends Operand<?>> feeds,
      Operand<TFloat32> fetch,
      List<? extends Op> targets) {
    this.session = NativeHandles.of(session);
    this.feeds = feeds.size();
    this.targets = targets.size();
    this.inputs = resources.open(() -> outputs(feeds), TF_Output::close);
    this.fed = resources.open(() -> pointers(this.feeds), PointerPointer::close);
    this.output = resources.open(() -> outputs(List.of(fetch)), TF_Output::close);
    this.fetched = resources.open(() -> pointers(1), PointerPointer::close);
    this.operations = resources.open(() -> pointers(this.targets), PointerPointer::close);
    for (int i = 0; i < this.targets; i++) {
      operations.put(i, NativeHandles.of(targets.get(i)));
    }
    this.status = resources.open(TF_Status::newStatus, TF_Status::close);
  }

  private static TF_Output outputs(List<? extends Operand<?>> operands) {
    TF_Output outputs = new TF_Output(Math.max(1, operands.size()));
    for (int i = 0; i < operands.size(); i++) {
      Operand<?> operand = operands.get(i);
      outputs.position(i).oper(NativeHandles.of(operand)).index(operand.asOutput().index());
    }
    return outputs.position(0);
  }

  private static <T extends Pointer> PointerPointer<T> pointers(int count) {
    return new PointerPointer<>(Math.max(1, count));
  }

  /**
   * Runs, and copies the fetched values in row-major order into an array.
   *
   * @param values tensors to feed, which stay the caller's, in the order of the operands
   * @param at index in the array of the first value
   * @return the number of values
   * @throws org.tensorflow.exceptions.TensorFlowException if an operation fails
   */
  public int run(List<? extends Tensor> values, float[] into, int at) {
    if (values.size() != feeds) {
      throw new IllegalArgumentException(
          "values (%d) must be as many as the operands to feed (%d)."
              .formatted(values.size(), feeds));
    }
    for (int i = 0; i < feeds; i++) {
      fed.put(i, NativeHandles.of(values.get(i)));
    }
    DenormalFlush.during(this::compute);
    status.throwExceptionIfNotOK();
    TF_Tensor result = fetched.get(TF_Tensor.class, 0);
    try {
      int size = Math.toIntExact(tensorflow.TF_TensorElementCount(result));
      new FloatPointer(tensorflow.TF_TensorData(result)).get(into, at, size);
      return size;
    } finally {
      tensorflow.TF_DeleteTensor(result);
    }
  }

  private TF_Status compute() {
    tensorflow.TF_SessionRun(
        session, null, inputs, fed, feeds, output, fetched, 1, operations, targets, null, status);
    return status;
  }

  @Override
  public void close() {
    resources.close();
  }
}
