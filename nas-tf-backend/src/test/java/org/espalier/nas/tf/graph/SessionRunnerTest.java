package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.espalier.nas.tf.device.DenormalFlush;
import org.espalier.nas.tf.device.DenormalMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The arithmetic of sessions and of Java around them, where denormal numbers are flushed. */
class SessionRunnerTest {
  private volatile float smallest = Float.MIN_NORMAL;
  private volatile float half = 0.5f;

  @BeforeEach
  void denormalsAreFlushedHere() {
    assumeTrue(DenormalMode.ofProcess().flushed());
  }

  @Test
  void denormalResultsAndOperandsAreZeroInARun() {
    try (GraphSession graph = new GraphSession();
        TFloat32 normal = Tensors.scalar(smallest);
        TFloat32 denormal = Tensors.scalar(Float.MIN_NORMAL / 4)) {
      Ops tf = graph.tf();
      Operand<TFloat32> one = tf.placeholder(TFloat32.class);
      Operand<TFloat32> other = tf.placeholder(TFloat32.class);
      try (Result result =
          graph
              .runner()
              .feed(one, normal)
              .feed(other, denormal)
              .fetch(tf.math.mul(one, tf.constant(0.5f)))
              .fetch(tf.math.mul(other, tf.constant(1e10f)))
              .fetch(tf.math.mul(one, tf.constant(1f)))
              .run()) {
        assertThat(Tensors.floats(result.get(0))).containsExactly(0);
        assertThat(Tensors.floats(result.get(1))).containsExactly(0);
        assertThat(Tensors.floats(result.get(2))).containsExactly(Float.MIN_NORMAL);
      }
    }
  }

  @Test
  void matrixProductsAndConvolutionsFlushToo() {
    float[] tiny = new float[64 * 64];
    Arrays.fill(tiny, 1e-20f);
    try (GraphSession graph = new GraphSession();
        TFloat32 matrix = Tensors.of(tiny, Shape.of(64, 64))) {
      Ops tf = graph.tf();
      Operand<TFloat32> fed = tf.placeholder(TFloat32.class);
      Operand<TFloat32> image = tf.reshape(fed, tf.array(4, 8, 8, 16));
      Operand<TFloat32> kernel = tf.fill(tf.array(3, 3, 16, 16), tf.constant(1e-20f));
      try (Result result =
          graph
              .runner()
              .feed(fed, matrix)
              .fetch(tf.linalg.matMul(fed, fed))
              .fetch(tf.nn.conv2d(image, kernel, List.of(1L, 1L, 1L, 1L), "SAME"))
              .run()) {
        assertThat(Tensors.floats(result.get(0))).containsOnly(0);
        assertThat(Tensors.floats(result.get(1))).containsOnly(0);
      }
    }
  }

  @Test
  void javaKeepsDenormalsAfterARun() {
    runOnce();

    assertThat(smallest * half).isEqualTo(Float.MIN_NORMAL / 2).isPositive();
    assertThat(half * Double.MIN_NORMAL).isPositive();
  }

  @Test
  void javaKeepsDenormalsAfterAFailedRun() {
    try (GraphSession graph = new GraphSession()) {
      Operand<TFloat32> unfed = graph.tf().placeholder(TFloat32.class);
      assertThatThrownBy(() -> graph.runner().fetch(graph.tf().math.neg(unfed)).run())
          .hasMessageContaining("must feed");
    }

    assertThat(smallest * half).isPositive();
  }

  @Test
  void otherThreadsKeepDenormalsDuringARun() {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Float> other =
        CompletableFuture.supplyAsync(
            () -> {
              await(running);
              return smallest * half;
            },
            work -> new Thread(work).start());

    float seen =
        DenormalFlush.during(
            () -> {
              running.countDown();
              return other.join();
            });

    assertThat(seen).isPositive();
  }

  private static void runOnce() {
    try (GraphSession graph = new GraphSession()) {
      graph.runner().fetch(graph.tf().constant(1f)).run().close();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
