package org.espalier.nas.tf.graph;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.espalier.nas.api.NasException;
import org.tensorflow.GraphOperation;
import org.tensorflow.RawTensor;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.op.Op;

/**
 * The native objects behind those of TensorFlow for Java, which hides the handles of sessions and
 * tensors. They are valid as long as their owners are open.
 */
final class NativeHandles {
  private static final MethodHandle OF_SESSION;
  private static final MethodHandle OF_TENSOR;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      OF_SESSION =
          MethodHandles.privateLookupIn(Session.class, lookup)
              .findGetter(Session.class, "nativeHandle", TF_Session.class);
      OF_TENSOR =
          MethodHandles.privateLookupIn(RawTensor.class, lookup)
              .findVirtual(RawTensor.class, "nativeHandle", MethodType.methodType(TF_Tensor.class));
    } catch (ReflectiveOperationException changed) {
      throw new NasException(
          "This version of TensorFlow for Java keeps its native handles elsewhere. Use the version that Espalier is built with.",
          changed);
    }
  }

  private NativeHandles() {}

  /** Returns the handle of an open session. */
  static TF_Session of(Session session) {
    try {
      return Objects.requireNonNull((TF_Session) OF_SESSION.invokeExact(session), "closed");
    } catch (Throwable failure) {
      throw unexpected(failure);
    }
  }

  /** Returns the handle of an open tensor. */
  static TF_Tensor of(Tensor tensor) {
    try {
      return (TF_Tensor) OF_TENSOR.invokeExact(tensor.asRawTensor());
    } catch (Throwable failure) {
      throw unexpected(failure);
    }
  }

  /**
   * Returns the handle of an operation of a graph, or of the one that an operand is an output of.
   */
  static TF_Operation of(Op operation) {
    return ((GraphOperation) operation.op()).getUnsafeNativeHandle();
  }

  private static RuntimeException unexpected(Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      return exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(failure);
  }
}
