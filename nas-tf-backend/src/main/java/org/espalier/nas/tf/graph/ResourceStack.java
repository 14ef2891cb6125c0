package org.espalier.nas.tf.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Native resources of one owner, closed together in reverse order.
 *
 * <p>All of them are closed even if closing one fails; the first failure then carries the others as
 * suppressed exceptions.
 */
public final class ResourceStack implements AutoCloseable {
  private final Deque<Runnable> closers = new ArrayDeque<>();

  /**
   * Acquires a resource and takes ownership of it. If that fails, closes all resources acquired
   * before.
   *
   * @param opener acquires the resource
   * @param closer frees it
   * @return the resource
   */
  public <T> T open(Supplier<T> opener, Consumer<? super T> closer) {
    try {
      T resource = opener.get();
      closers.push(() -> closer.accept(resource));
      return resource;
    } catch (RuntimeException | Error failure) {
      closeAfter(failure);
      throw failure;
    }
  }

  /** Closes all resources; failures to close are added to the given failure as suppressed ones. */
  public void closeAfter(Throwable failure) {
    closeAll(failure);
  }

  @Override
  public void close() {
    Throwable failure = closeAll(null);
    if (failure instanceof RuntimeException exception) {
      throw exception;
    } else if (failure instanceof Error error) {
      throw error;
    }
  }

  private @Nullable Throwable closeAll(@Nullable Throwable before) {
    Throwable failure = before;
    for (Runnable next = closers.poll(); next != null; next = closers.poll()) {
      try {
        next.run();
      } catch (RuntimeException | Error another) {
        if (failure == null) {
          failure = another;
        } else {
          failure.addSuppressed(another);
        }
      }
    }
    return failure;
  }
}
