package org.espalier.nas.tf.device;

import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.api.NasException;

/**
 * A switch of the current thread to arithmetic without denormal numbers (those below 1.2e-38 in 32
 * bits), for TensorFlow's computations only.
 *
 * <p>Processors take longer for operations on denormal numbers, some by far more than a hundred
 * cycles. The moments of Adam and other optimizers decay into denormals where gradients vanish, and
 * their updates then take up to sixteen times as long. TensorFlow's own threads replace denormals
 * by zero; sessions that compute in the caller's thread, as {@linkplain SessionConfig ours} do,
 * have to do it themselves.
 *
 * <p>The JVM does not restore the mode after a native call, and Java's arithmetic would lose its
 * denormals too. So it is switched on before and off after each run: two native calls of 0.1 µs
 * each. Java code in between only converts arguments.
 */
public final class DenormalFlush {
  private final FloatingPointEnvironment java;
  private final FloatingPointEnvironment flushing;

  @SuppressWarnings("UnusedVariable") // Written for its rounding.
  private volatile double product;

  private volatile double half = 0.5;

  private DenormalFlush() {
    java = FloatingPointEnvironment.current();
    flushing = java.flushing();
  }

  /** The switch of this process, created when it is first needed. */
  private static final class OfProcess {
    static final Optional<DenormalFlush> SWITCH =
        DenormalMode.ofProcess().flushed() ? Optional.of(checked()) : Optional.empty();
  }

  /**
   * Returns the result of work whose native computations treat denormal numbers as zero, if {@link
   * DenormalMode#ofProcess} says so. The work must not compute anything in Java.
   */
  public static <T> T during(Supplier<T> work) {
    return OfProcess.SWITCH.isPresent() ? OfProcess.SWITCH.get().around(work) : work.get();
  }

  private <T> T around(Supplier<T> work) {
    flushing.enter();
    try {
      return work.get();
    } finally {
      java.enter();
    }
  }

  private static DenormalFlush checked() {
    DenormalFlush flush = new DenormalFlush();
    if (flush.around(flush::productOfDenormals) != 0 || flush.productOfDenormals() == 0) {
      throw new NasException(
          "Denormal numbers cannot be switched off and on in this JVM (%s). Set %s=0 to keep them."
              .formatted(System.getProperty("java.vm.name"), DenormalMode.VARIABLE));
    }
    return flush;
  }

  private double productOfDenormals() {
    product = Double.MIN_NORMAL * half;
    return product;
  }
}
