package org.espalier.nas.api.storage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A store of the files that trials of a run leave for later trials, such as checkpoints and shared
 * weights. Processes on several machines may use the same place at once, and the methods may be
 * called from several threads.
 *
 * <p>Each content has a key: one or more names separated by slashes, such as {@code
 * checkpoints/trial-7.checkpoint}. A name consists of ASCII letters, digits, hyphens, underscores
 * and dots, and begins with a letter or a digit. Every method refuses another key with an {@link
 * IllegalArgumentException}. A key with a content must not be a folder of other keys.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ArtifactStore {

  /** Function of a content. */
  @API(status = EXPERIMENTAL, since = "0.1")
  @FunctionalInterface
  interface Reader<T> {

    /**
     * Reads a content; called again from the beginning if a connection breaks.
     *
     * @param content stream of the whole content, which the store closes
     * @throws IOException if reading fails
     */
    T read(InputStream content) throws IOException;
  }

  /**
   * Writes a content, in place of an earlier one. On return it survives a crash of the machine.
   * Until then everyone reads the earlier content; nobody ever reads a part. Of several writers of
   * one key the last one wins.
   *
   * @param content writes the bytes
   * @throws ArtifactException if writing fails; the earlier content is then unchanged
   */
  void write(String key, AtomicFile.Content content);

  /**
   * Reads a content.
   *
   * @return the reader's result; empty if there is no content with this key
   * @throws ArtifactException if reading fails
   */
  <T> Optional<T> read(String key, Reader<T> reader);

  /**
   * Deletes a content; does nothing if there is none.
   *
   * @throws ArtifactException if it cannot be deleted
   */
  void delete(String key);

  /**
   * Returns the keys below a key, in ascending order.
   *
   * @param prefix one or more names; {@code checkpoints} stands for all keys that begin with {@code
   *     checkpoints/}
   * @return the keys with a content. There may be others, of contents that a killed process did not
   *     finish; {@link #read} finds nothing there, and {@link #delete} removes what is left
   * @throws ArtifactException if they cannot be listed
   */
  List<String> keys(String prefix);

  /**
   * Returns the path or address of a content, for messages.
   *
   * @param key a key, or the beginning of keys
   */
  String location(String key);

  /**
   * Returns the same store without the right to delete, for a process that must leave that to
   * another one.
   *
   * @return a store whose {@link #delete} does nothing
   */
  default ArtifactStore withoutDeleting() {
    return new KeptArtifacts(this);
  }
}
