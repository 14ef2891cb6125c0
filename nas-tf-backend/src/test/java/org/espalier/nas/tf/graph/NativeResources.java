package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.javacpp.Pointer;

/** The open graphs, sessions and tensors, counted by JavaCPP. */
public final class NativeResources {
  private NativeResources() {}

  /** Returns the number of native objects that were not freed yet. */
  public static long open() {
    return Pointer.totalCount();
  }

  /** Fails unless the construction fails and leaves no native object open. */
  public static AbstractThrowableAssert<?, ?> assertNoneLeftBy(ThrowingCallable construction) {
    // The first time may load classes that keep native objects for good.
    assertThatThrownBy(construction);
    long before = open();
    AbstractThrowableAssert<?, ?> failure = assertThatThrownBy(construction);
    assertThat(open()).as("native objects left open").isLessThanOrEqualTo(before);
    return failure;
  }
}
