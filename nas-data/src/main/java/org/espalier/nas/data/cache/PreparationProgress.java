package org.espalier.nas.data.cache;

import java.util.function.LongConsumer;
import org.espalier.nas.api.data.DownloadListener;

/** A translation of bytes read into steps and shares for a listener. */
final class PreparationProgress implements LongConsumer {
  private static final int PERCENT = 100;

  private final String name;
  private final long total;
  private final DownloadListener listener;
  private long done;
  private int shown = -1;

  /**
   * Creates a translation.
   *
   * @param bytes size of the source's files, which are read twice if they are texts
   */
  PreparationProgress(DataSource source, long bytes, DownloadListener listener) {
    this.name = source.name();
    this.total = Math.max(1, source.table() ? 2 * bytes : bytes);
    this.listener = listener;
  }

  @Override
  public void accept(long bytes) {
    done += bytes;
    int percent = (int) Math.min(PERCENT, PERCENT * done / total);
    if (percent > shown) {
      shown = percent;
      listener.preparing(name, "reading", percent / (double) PERCENT);
    }
  }

  /** Begins the preparation, whose duration is unknown. */
  void preparing() {
    listener.preparing(name, "preparing", 0);
  }

  /** Ends the preparation. */
  void prepared() {
    listener.preparing(name, "preparing", 1);
  }
}
