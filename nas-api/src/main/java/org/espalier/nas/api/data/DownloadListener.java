package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Is told how files arrive that a component fetches while it is made, so that whoever waits sees
 * it; a constructor may ask for it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface DownloadListener {

  /**
   * More of a file has arrived; called first with 0 bytes, last with all.
   *
   * @param download what is fetched
   * @param received how many bytes have arrived
   */
  void progress(Download download, long received);

  /** A listener for when nobody waits. */
  static DownloadListener none() {
    return (download, received) -> {};
  }
}
