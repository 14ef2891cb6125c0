package org.espalier.nas.engine.data.catalogue;

/** Is told how a download goes. */
@FunctionalInterface
public interface DownloadListener {

  /**
   * More of a file has arrived; called first with 0 bytes, last with all.
   *
   * @param file what is fetched
   * @param received how many bytes have arrived
   */
  void progress(CatalogueFile file, long received);

  /** Nobody is told. */
  static DownloadListener none() {
    return (file, received) -> {};
  }
}
