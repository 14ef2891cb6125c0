package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A listener for the progress of downloads and of the preparation of data that a component starts
 * during its construction. A constructor may ask for one.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface DownloadListener {

  /**
   * Called as a file arrives, first with 0 bytes, last with all.
   *
   * @param download the file
   * @param received the number of bytes received so far
   */
  void progress(Download download, long received);

  /**
   * Called while data are read and prepared, at most once for each percent of a step; ignored
   * unless overridden.
   *
   * @param data the display name of the data
   * @param step the work being done: {@code reading}, then {@code preparing}
   * @param share the share of the step that is done, in [0, 1]; 1 ends the step; a step of unknown
   *     length reports 0 and 1 only
   */
  default void preparing(String data, String step, double share) {}

  /** Returns a listener that does nothing. */
  static DownloadListener none() {
    return (download, received) -> {};
  }
}
