package org.espalier.nas.s3;

import java.io.IOException;
import org.espalier.nas.api.storage.ArtifactStore.Reader;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;

/**
 * A reader's value or its own failure, which the client must not take for that of a request.
 *
 * @param value the value, or null if the reader failed
 * @param failure the failure, or null
 */
record ReaderResult<T>(@Nullable T value, @Nullable Exception failure) {

  /**
   * Applies a reader.
   *
   * @throws RetryableException if the connection broke, after which the client repeats the request
   */
  static <T> ReaderResult<T> of(Reader<T> reader, WholeContent content) {
    try {
      return new ReaderResult<>(reader.read(content), null);
    } catch (IOException | RuntimeException failure) {
      if (content.broken()) {
        throw RetryableException.create(IoReason.of(failure), failure);
      }
      return new ReaderResult<>(null, failure);
    }
  }

  /**
   * Returns the value.
   *
   * @throws IOException if the reader failed with it
   */
  T get() throws IOException {
    if (value != null) {
      return value;
    }
    if (failure instanceof IOException io) {
      throw io;
    }
    throw failure instanceof RuntimeException own
        ? own
        : new IllegalStateException("A reader must return a value.");
  }
}
