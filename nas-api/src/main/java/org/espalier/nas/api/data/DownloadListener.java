package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A listener for the progress of downloads that a component starts during its construction. A
 * constructor may ask for one.
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

  /** Returns a listener that does nothing. */
  static DownloadListener none() {
    return (download, received) -> {};
  }
}
