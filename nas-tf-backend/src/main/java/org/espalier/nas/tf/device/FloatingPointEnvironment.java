package org.espalier.nas.tf.device;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.espalier.nas.api.NasException;
import org.tensorflow.internal.c_api.TFE_CancelCallback.Callback_Pointer;
import org.tensorflow.internal.c_api.global.tensorflow;

/**
 * A floating-point environment of the C library on Linux x86-64 ({@code fenv_t}): rounding, masks
 * of exceptions, and the treatment of denormal numbers. It stays in memory until the process ends.
 *
 * <p>The C library's functions are called by JavaCPP, which TensorFlow for Java is built on: a
 * JavaCPP function pointer is a structure that begins with the address of the function, and {@link
 * Callback_Pointer} calls a function that takes one pointer, as {@code fegetenv} and {@code
 * fesetenv} do. So neither native code nor a library is needed for it.
 */
final class FloatingPointEnvironment {
  /** Four times the size of the structure. */
  private static final int BYTES = 128;

  private static final int MXCSR = 28;
  private static final int FLUSH_TO_ZERO = 1 << 15;
  private static final int DENORMALS_ARE_ZEROS = 1 << 6;

  private final BytePointer memory;
  private final Callback_Pointer set;

  private FloatingPointEnvironment(BytePointer memory, Callback_Pointer set) {
    this.memory = memory;
    this.set = set;
  }

  /** Returns the environment of the current thread; loads TensorFlow's native library. */
  static FloatingPointEnvironment current() {
    Loader.load(tensorflow.class);
    BytePointer memory = allocate();
    function("fegetenv").call(memory);
    return new FloatingPointEnvironment(memory, function("fesetenv"));
  }

  /**
   * Returns this environment with results and operands that are denormal replaced by zero, in the
   * arithmetic of SSE and AVX.
   */
  FloatingPointEnvironment flushing() {
    BytePointer changed = allocate();
    Pointer.memcpy(changed, memory, BYTES);
    changed.putInt(MXCSR, changed.getInt(MXCSR) | FLUSH_TO_ZERO | DENORMALS_ARE_ZEROS);
    return new FloatingPointEnvironment(changed, set);
  }

  /** Makes this the environment of the current thread. */
  void enter() {
    set.call(memory);
  }

  private static Callback_Pointer function(String name) {
    Pointer address = Loader.addressof(name);
    if (address == null) {
      throw new NasException(
          "The C library has no function %s. Set %s=0 to keep denormal numbers."
              .formatted(name, DenormalMode.VARIABLE));
    }
    return new Callback_Pointer(new PointerPointer<>(allocate()).put(0, address));
  }

  /** Returns memory that no open scope of JavaCPP frees. */
  private static BytePointer allocate() {
    Pointer block = Pointer.calloc(1, BYTES);
    return new BytePointer(block).capacity(BYTES);
  }
}
